#include "terminal/ui/screens/regions.hpp"

#include <algorithm>

namespace guitai::ui {
namespace {

constexpr std::array<std::string_view, 34> provinces{
    "北京市",   "天津市", "上海市", "重庆市", "河北省", "山西省",         "内蒙古",         "辽宁省", "吉林省",
    "黑龙江省", "江苏省", "浙江省", "安徽省", "福建省", "江西省",         "山东省",         "河南省", "湖北省",
    "湖南省",   "广东省", "广西",   "海南省", "四川省", "贵州省",         "云南省",         "西藏",   "陕西省",
    "甘肃省",   "青海省", "宁夏",   "新疆",   "香港",   "澳门",           "台湾省"};

} // namespace

std::vector<std::string_view> provinces_like(std::string_view typed)
{
    std::vector<std::string_view> like;
    for (const std::string_view province : provinces) {
        if (typed.empty() || province.find(typed) != std::string_view::npos) like.push_back(province);
    }
    return like;
}

bool is_city_itself(std::string_view province)
{
    return std::find(provinces.begin(), provinces.begin() + 4, province) != provinces.begin() + 4;
}

} // namespace guitai::ui
