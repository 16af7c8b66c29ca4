#include "tests/bench/big_shop.hpp"

#include "sync/events/event.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace guitai::bench {
namespace {

constexpr std::array<std::string_view, 12> kinds{"轻薄羽绒服", "长款羽绒服", "连帽卫衣", "羊毛大衣",
                                                 "防风夹克",   "针织开衫",   "圆领毛衣", "束脚长裤",
                                                 "加绒衬衫",   "双面呢外套", "冲锋衣",   "棉服马甲"};
constexpr std::array<std::string_view, 10> looks{"经典", "都市", "云感", "极地", "晨雾",
                                                 "山野", "简约", "复古", "轻旅", "暖阳"};
constexpr std::array<std::string_view, 3> colours{"墨黑", "雾蓝", "驼色"};
constexpr std::array<std::string_view, 4> sizes{"S", "M", "L", "XL"};
constexpr std::array<std::string_view, 20> surnames{"王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴",
                                                    "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "单"};
constexpr std::array<std::string_view, 20> given{"伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋",
                                                 "勇", "艳", "杰", "娟", "涛", "明", "超", "霞", "平", "刚"};

std::string style_offer(std::int64_t i)
{
    return fmt::format(R"("kind": "unit", "off": {{"percent": {}}}, "scope": {{"styles": ["{}"]}})", 5 + i % 30,
                       style_of(i % promoted_styles * items_per_style));
}

std::string set_offer(std::int64_t i)
{
    const std::string one{style_of(i * 7 % promoted_styles * items_per_style)};
    const std::string other{style_of((i * 7 + 3) % promoted_styles * items_per_style)};
    return fmt::format(R"("kind": "set", "percent": {}, "parts": [{{"scope": {{"styles": ["{}"]}}, "quantity": 1}}, )"
                       R"({{"scope": {{"styles": ["{}"]}}, "quantity": 1}}])",
                       10 + i % 10, one, other);
}

std::string category_offer(std::int64_t i)
{
    return fmt::format(R"("kind": "order", "priority": {}, "scope": {{"categories": ["{}"]}}, )"
                       R"("steps": [{{"amount_minor": {}, "off": {{"amount_minor": {}}}}}])",
                       i % 7, kinds[static_cast<std::size_t>(i) % kinds.size()], 100'000 + i * 1'000, 2'000 + i * 10);
}

// Nearly all ask for a coupon, as vouchers do; the customer holds none.
std::string ticket_offer(std::int64_t i)
{
    return fmt::format(R"("kind": "order", {})"
                       R"("steps": [{{"amount_minor": {}, "off": {{"amount_minor": {}}}}}])",
                       i == 0 ? "" : R"("code": true, )", 200'000 + i * 1'000, 10'000 + i * 10);
}

// Of a hundred: 84 on styles, 6 sets, 1 on a category, 9 on the ticket.
std::string offer(std::int64_t i)
{
    const std::int64_t place{i % 100};
    if (place < 84) return style_offer(i / 100 * 84 + place);
    if (place < 90) return set_offer(i / 100 * 6 + place - 84);
    if (place < 91) return category_offer(i / 100);
    return ticket_offer(i / 100 * 9 + place - 91);
}

} // namespace

std::string barcode_of(std::int64_t item)
{
    return fmt::format("{:013}", 2'000'000'000'000 + item * 7);
}

std::string style_of(std::int64_t item)
{
    return fmt::format("BN{:06}", item / items_per_style);
}

std::string catalogue_csv(std::int64_t items)
{
    std::string csv{"Handle,Title,Type,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,"
                    "Variant Price,Variant Barcode,Variant Inventory Qty\n"};
    for (std::int64_t item{0}; item < items || item % items_per_style != 0; ++item) {
        const auto style = static_cast<std::size_t>(item / items_per_style);
        const auto cell = static_cast<std::size_t>(item % items_per_style);
        const std::string title{
            cell == 0 ? fmt::format("{}{}", looks[style / kinds.size() % looks.size()], kinds[style % kinds.size()])
                      : std::string{}};
        csv += fmt::format("{},{},{},颜色,{},尺码,{},{}-{:02},{}.00,{},{}\n", style_of(item), title,
                           cell == 0 ? kinds[style % kinds.size()] : "", colours[cell / sizes.size()],
                           sizes[cell % sizes.size()], style_of(item), cell, 199 + style % 20 * 50, barcode_of(item),
                           (style * 5 + cell * 3) % 7);
    }
    return csv;
}

std::string promotions_form(std::int64_t promotions)
{
    std::string form{R"({"format": "guitai.promotions", "version": 1, "revision": 1, "currency": "CNY", )"
                     R"("promotions": [)"};
    for (std::int64_t i{0}; i < promotions; ++i) {
        form += fmt::format("{}{{\"id\": \"P{:05}\", \"name\": {{\"zh_CN\": \"活动{}\", \"en\": \"Offer {}\"}}, {}}}",
                            i == 0 ? "\n" : ",\n", i, i, i, offer(i));
    }
    return form + "]}\n";
}

std::string phone_of(std::int64_t number)
{
    return fmt::format("1{:010}", 3'000'000'000 + number * 37);
}

std::string name_of(std::int64_t number)
{
    const auto n = static_cast<std::size_t>(number);
    return fmt::format("{}{}{}", surnames[n % 20], given[n / 20 % 20], given[n / 400 % 20]);
}

std::vector<std::string> members_news(std::int64_t first, std::int64_t last)
{
    std::vector<std::string> lines;
    for (std::int64_t number{first}; number <= last; ++number) {
        MemberSet set;
        set.profile.member = {fmt::format("M{:09}", number)};
        set.profile.phone = phone_of(number);
        set.profile.name = name_of(number);
        set.profile.tier = "silver";
        set.profile.joined_on = "2026-01-01";
        lines.push_back(encode({office_origin, number, 1, std::move(set)}));
    }
    return lines;
}

} // namespace guitai::bench
