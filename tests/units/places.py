"""Places that the tests of identity speak of."""

from reader.units.jurisdiction import NATION, Jurisdiction

SHANGHAI = Jurisdiction("上海市")
YANGPU = Jurisdiction("上海市", "", "杨浦区")
PUDONG = Jurisdiction("上海市", "", "浦东新区")
XUHUI = Jurisdiction("上海市", "", "徐汇区")
BEIJING = Jurisdiction("北京市")
HANGZHOU = Jurisdiction("浙江省", "杭州市")
NANJING = Jurisdiction("江苏省", "南京市")
XUANWU = Jurisdiction("江苏省", "南京市", "玄武区")
TAICANG = Jurisdiction("江苏省", "苏州市", "太仓市")
ANJI = Jurisdiction("浙江省", "湖州市", "安吉县")
JIANGSU = Jurisdiction("江苏省")
GUANGDONG = Jurisdiction("广东省")
JIANGXI = Jurisdiction("江西省")
GUANGXI = Jurisdiction("广西壮族自治区")
YANBIAN = Jurisdiction("吉林省", "延边朝鲜族自治州")
ZONE = Jurisdiction("天津市", "", "滨海高新区")

EVERYWHERE = (
    SHANGHAI,
    YANGPU,
    XUHUI,
    PUDONG,
    BEIJING,
    HANGZHOU,
    NANJING,
    XUANWU,
    TAICANG,
    ANJI,
    JIANGSU,
    GUANGDONG,
    GUANGXI,
    YANBIAN,
    ZONE,
    NATION,
)
