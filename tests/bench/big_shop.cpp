#include "tests/bench/big_shop.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace guitai::bench {
namespace {

constexpr std::array<std::string_view, 12> kinds{"轻薄羽绒服", "长款羽绒服", "连帽卫衣", "羊毛大衣", "防风夹克", "针织开衫",
                                                 "圆领毛衣",   "束脚长裤",   "加绒衬衫", "双面呢外套", "冲锋衣", "棉服马甲"};
constexpr std::array<std::string_view, 10> looks{"经典", "都市", "云感", "极地", "晨雾", "山野", "简约", "复古", "轻旅", "暖阳"};
constexpr std::array<std::string_view, 3> colours{"墨黑", "雾蓝", "驼色"};
constexpr std::array<std::string_view, 4> sizes{"S", "M", "L", "XL"};

} // namespace

std::string barcode_of(std::int64_t item) { return fmt::format("{:013}", 2'000'000'000'000 + item * 7); }

std::string style_of(std::int64_t item) { return fmt::format("BN{:06}", item / items_per_style); }

std::string catalogue_csv(std::int64_t items)
{
    std::string csv{"Handle,Title,Type,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,"
                    "Variant Price,Variant Barcode,Variant Inventory Qty\n"};
    for (std::int64_t item{0}; item < items || item % items_per_style != 0; ++item) {
        const auto style = static_cast<std::size_t>(item / items_per_style);
        const auto cell = static_cast<std::size_t>(item % items_per_style);
        const std::string title{cell == 0 ? fmt::format("{}{}", looks[style / kinds.size() % looks.size()],
                                                        kinds[style % kinds.size()])
                                          : std::string{}};
        csv += fmt::format("{},{},{},颜色,{},尺码,{},{}-{:02},{}.00,{},{}\n", style_of(item), title,
                           cell == 0 ? kinds[style % kinds.size()] : "", colours[cell / sizes.size()],
                           sizes[cell % sizes.size()], style_of(item), cell, 199 + style % 20 * 50, barcode_of(item),
                           (style * 5 + cell * 3) % 7);
    }
    return csv;
}

} // namespace guitai::bench
