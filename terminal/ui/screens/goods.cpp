#include "terminal/ui/screens/goods.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <initializer_list>

namespace guitai::ui {
namespace {

struct NamedCloth {
    std::string_view chinese, english;
    unsigned hex;
};

// Whole names first, as shops say them; matched exactly.
constexpr std::array<NamedCloth, 58> named{{
    {"黑色", "Black", 0x2B2B2D},   {"墨黑", "Ink black", 0x2A2B2E},   {"曜石黑", "Obsidian", 0x323338},
    {"炭灰", "Charcoal", 0x45474B}, {"深灰", "Dark grey", 0x55585C},   {"灰色", "Grey", 0x85888C},
    {"浅灰", "Light grey", 0xB4B6B8}, {"银灰", "Silver", 0xA9ADB2},    {"雾灰", "Mist grey", 0x9AA0A3},
    {"白色", "White", 0xF2F0EA},   {"米白", "Ivory", 0xE6DCC8},       {"奶白", "Milk", 0xF0E7D6},
    {"雪白", "Snow", 0xF3F3F0},    {"杏色", "Apricot", 0xDCC5A5},     {"米杏", "Almond", 0xD9C6AB},
    {"米色", "Beige", 0xDCCDB2},   {"卡其", "Khaki", 0xB79B6E},       {"驼色", "Camel", 0xB58A57},
    {"沙色", "Sand", 0xCDB68F},    {"咖色", "Coffee", 0x6F4E37},      {"棕色", "Brown", 0x7A5533},
    {"焦糖", "Caramel", 0xA8693A}, {"栗色", "Chestnut", 0x6B3F2E},    {"红色", "Red", 0xB5362F},
    {"枫红", "Maple", 0xB5463A},   {"酒红", "Burgundy", 0x6E1F2F},    {"朱红", "Vermilion", 0xC8402B},
    {"砖红", "Brick", 0xA1452F},   {"玫红", "Rose", 0xB93A63},        {"粉色", "Pink", 0xE0A3B2},
    {"藕粉", "Dusty pink", 0xC99A9D}, {"樱粉", "Cherry pink", 0xE3B1BB}, {"橙色", "Orange", 0xD9782D},
    {"橘色", "Tangerine", 0xDD7F3A}, {"黄色", "Yellow", 0xE0B33A},    {"姜黄", "Mustard", 0xC7962F},
    {"向日黄", "Sunflower", 0xE2A336}, {"绿色", "Green", 0x3F7D52},   {"军绿", "Olive", 0x5A6442},
    {"墨绿", "Dark green", 0x2F4A3C}, {"松绿", "Pine", 0x3C5A47},     {"豆绿", "Sage", 0x8FA588},
    {"雾绿", "Mist green", 0x7F9C80}, {"草绿", "Grass", 0x6A9A4C},    {"薄荷", "Mint", 0xA7CDB9},
    {"青色", "Teal", 0x2A6F66},    {"湖蓝", "Lake blue", 0x3E8FA8},   {"蓝色", "Blue", 0x3C66A6},
    {"雾蓝", "Mist blue", 0x6C8FB8}, {"天蓝", "Sky blue", 0x7FB2DA},  {"深蓝", "Deep blue", 0x27375A},
    {"藏青", "Navy", 0x232F4B},    {"牛仔蓝", "Denim", 0x4A6487},     {"宝蓝", "Royal blue", 0x2C4AA0},
    {"紫色", "Purple", 0x6F4C8C},  {"雾紫", "Lilac", 0x9C8FB0},       {"香芋", "Taro", 0xA893B8},
    {"花色", "Patterned", 0x8F7F86},
}};

// A part of a name that still tells the colour. Later letters weigh more: "blue-grey" is a grey.
constexpr std::array<NamedCloth, 22> hints{{
    {"黑", "black", 0x2B2B2D},  {"灰", "gr", 0x85888C},      {"白", "white", 0xF2F0EA},  {"米", "cream", 0xE6DCC8},
    {"杏", "beige", 0xDCC5A5},  {"卡其", "khaki", 0xB79B6E}, {"驼", "camel", 0xB58A57},  {"咖", "coffee", 0x6F4E37},
    {"棕", "brown", 0x7A5533},  {"褐", "tan", 0x9A6A43},     {"红", "red", 0xB5362F},    {"粉", "pink", 0xE0A3B2},
    {"橙", "orange", 0xD9782D}, {"橘", "coral", 0xDD7F5A},   {"黄", "yellow", 0xE0B33A}, {"绿", "green", 0x3F7D52},
    {"橄榄", "olive", 0x5A6442}, {"青", "teal", 0x2A6F66},   {"蓝", "blue", 0x3C66A6},   {"藏", "navy", 0x232F4B},
    {"紫", "purple", 0x6F4C8C}, {"银", "silver", 0xA9ADB2},
}};

struct Pair {
    std::string_view chinese, english;
};
constexpr std::array<Pair, 26> categories{{
    {"羽绒服", "Down"},      {"短款羽绒", "Short down"}, {"长款羽绒", "Long down"}, {"轻薄羽绒", "Light down"},
    {"长款", "Long"},        {"短款", "Short"},          {"大衣", "Coats"},         {"风衣", "Trench"},
    {"夹克", "Jackets"},     {"马甲", "Vests"},          {"棉服", "Padded"},        {"卫衣", "Sweatshirts"},
    {"毛衣", "Knitwear"},    {"针织", "Knitwear"},       {"衬衫", "Shirts"},        {"裤装", "Trousers"},
    {"裤子", "Trousers"},    {"裙装", "Skirts"},         {"童装", "Kids"},          {"配件", "Extras"},
    {"配饰", "Extras"},      {"鞋", "Shoes"},            {"包", "Bags"},            {"冲锋衣", "Shells"},
    {"户外", "Outdoor"},     {"抓绒", "Fleece"},
}};

std::string lower(std::string_view text)
{
    std::string out{text};
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return out;
}

bool any_in(const std::string& text, std::initializer_list<std::string_view> parts)
{
    return std::any_of(parts.begin(), parts.end(),
                       [&](std::string_view part) { return text.find(part) != std::string::npos; });
}

ImU32 quiet_colour(std::string_view name)
{
    constexpr std::array<unsigned, 6> quiet{0x7C8A93, 0x8D7F6C, 0x6F8478, 0x94788A, 0x6E7A9A, 0x9A8458};
    std::size_t sum{0};
    for (const char letter : name) sum = sum * 31U + static_cast<unsigned char>(letter);
    return rgb(quiet[sum % quiet.size()]);
}

} // namespace

ImU32 cloth_of(std::string_view colour)
{
    const std::string name{lower(colour)};
    for (const NamedCloth& cloth : named) {
        if (colour == cloth.chinese || name == lower(cloth.english)) return rgb(cloth.hex);
    }
    const NamedCloth* best{nullptr};
    std::size_t last{0};
    for (const NamedCloth& hint : hints) {
        for (const std::string_view part : {hint.chinese, hint.english}) {
            const std::size_t at{name.rfind(part)};
            if (at == std::string::npos || (best != nullptr && at < last)) continue;
            best = &hint;
            last = at;
        }
    }
    return best == nullptr ? quiet_colour(colour) : rgb(best->hex);
}

Cut cut_of(std::string_view category, std::string_view name)
{
    // The category speaks before the name: a "vest" called after long johns is still a vest. A hood is no hat.
    for (std::string text : {lower(category), lower(name)}) {
        for (const std::string_view hood : {"连帽", "带帽", "帽领", "that", "what"}) {
            if (const std::size_t at{text.find(hood)}; at != std::string::npos) text.erase(at, hood.size());
        }
        if (any_in(text, {"裤", "pant", "trouser", "jean", "legging"})) return Cut::trousers;
        if (any_in(text, {"马甲", "背心", "vest", "gilet", "tank", "bodywarmer"})) return Cut::vest;
        if (any_in(text, {"围巾", "帽", "手套", "袜", "包", "配件", "配饰", "护理", "鞋", "腰带", "礼品", "scarf", "hat",
                          "beanie", "glove", "sock", "bag", "belt", "shoe", "boot", "accessor", "extra", "gift", "care",
                          "mug", "bottle", "watch", "wallet", "gear", "fitness equipment"}))
            return Cut::other;
        if (any_in(text, {"长款", "大衣", "风衣", "派克", "long", "parka", "coat", "trench", "dress", "裙"}))
            return Cut::long_coat;
        if (any_in(text, {"短款", "夹克", "jacket", "short"})) return Cut::short_jacket;
    }
    return Cut::short_jacket;
}

GoodsLook look_of(std::string_view picture, std::string_view category, std::string_view name, std::string_view colour)
{
    return {.photo = picture, .cut = cut_of(category, name), .cloth = cloth_of(colour)};
}

const std::string& name_in(const Words& words, const std::string& name, const std::string& name_en)
{
    return words.language() == Language::english && !name_en.empty() ? name_en : name;
}

std::string_view colour_in(const Words& words, std::string_view colour)
{
    const bool english{words.language() == Language::english};
    for (const NamedCloth& cloth : named) {
        if (english && colour == cloth.chinese) return cloth.english;
        if (!english && colour == cloth.english) return cloth.chinese;
    }
    return colour;
}

std::string_view category_in(const Words& words, std::string_view category)
{
    if (words.language() != Language::english) return category;
    for (const Pair& pair : categories) {
        if (category == pair.chinese) return pair.english;
    }
    return category;
}

std::string variant_in(const Words& words, std::string_view colour, std::string_view size)
{
    std::string out{colour_in(words, colour)};
    if (!out.empty() && !size.empty()) out += " · ";
    return out += size;
}

} // namespace guitai::ui
