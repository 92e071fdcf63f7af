"""The furniture of pages: around a document of ours nothing of it stays, and nothing of the document goes."""

from __future__ import annotations

import pytest

from reader.cleaning import clean
from reader.importers import read_document
from reader.paths import resource_path

BUNDLED = sorted(resource_path("documents").glob("*.txt"))
GOVERNMENT = (
    "首页\n|\n登录\n个人中心\n无障碍\nhttps://www.example.gov.cn/\n首页 > 政策 > 文件库\n字号：默认 大 超大\n打印\n收藏\n"
    "索 引 号：\t0001/2024\t主题分类：\t科技\n发文机关：\t某市人民政府\t成文日期：\t2024年10月25日\n发布日期：\t2024年10月30日\n主 题 词：\n",
    "【我要纠错】 责任编辑：张三\n扫一扫在手机打开当前页\n相关稿件\n某市关于印发某规划的通知\n"
    "主办单位：某市人民政府\n网站标识码0001 某ICP备05070218号\n电脑版 客户端 小程序 微博 微信 邮箱 退出\n",
)
CITY = (
    "登录\n|\n注册\n长者专版\n某市人民政府\n首页\n要闻动态\n当前位置：首页 > 政务公开 > 文件\n政策文件\n"
    "信息来源：市政府办公厅 发布时间：2024-10-30 16:00\n字体：[大] [中] [小]\n打印本页 关闭窗口\n",
    "相关附件\n【一图读懂】某实施意见\n分享到：\n微博 微信 QQ空间\n关联阅读\n某市关于某事的通知\n网站地图 | 联系我们 | 隐私声明\n",
)
ACCOUNT = (
    "某市发布\n2024年10月31日 18:00 某市\n点击上方蓝字关注我们\n",
    "END\n来源：区科委\n编辑：李四\n审核：王五\n推荐阅读\n老厂房里的新故事\n阅读 1234\n微信扫一扫\n关注该公众号\n",
)
LAWS = (
    "关于我们\n法律法规\n【法宝引证码】CLI.12.1234567\n【发布部门】 某市人民政府\n【时效性】 现行有效\n【法规类别】 科技综合规定\n",
    "©某法宝：专业提供法律信息，正式引用法规条文时请与标准文本核对。\n欢迎查看所有产品和服务。\n",
)
CHAT = (
    "用户：帮我找一下这个文件的全文\n以下是该文件的全文：\n",
    "以上就是该文件的主要内容。如需进一步了解，请告诉我。\n复制\n重新生成\n分享\n内容由AI生成，仅供参考\n",
)


@pytest.mark.parametrize("path", BUNDLED, ids=lambda p: p.stem)
@pytest.mark.parametrize(
    "page", [GOVERNMENT, CITY, ACCOUNT, LAWS, CHAT], ids="government city account laws chat".split()
)
def test_that_the_furniture_of_any_page_goes_and_the_document_stays(path, page):
    text = clean(read_document(path).source).simplified
    assert clean(page[0] + text + page[1]).text == text


@pytest.mark.parametrize("line", ["1994年1月5日 国务院批准", "2014年3月1日 施行", "1987年9月15日 国务院发布"])
def test_that_the_history_of_a_law_is_no_furniture(line):
    text = f"某某管理条例\n{line}\n第一条 为了规范。\n"
    assert clean(text.replace("第一条", "<!-- INFO END -->\n第一条")).text == text


def test_that_the_name_of_a_code_below_its_title_is_no_furniture():
    assert "物权编\n" in clean("中华人民共和国民法典\n\n物权编\n\n<!-- INFO END -->\n\n第一条 为了规范。\n").text
