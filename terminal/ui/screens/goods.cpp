#include "terminal/ui/screens/goods.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <span>

namespace guitai::ui {
namespace {

using namespace std::string_view_literals;

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

using Parts = std::span<const std::string_view>;

bool any_in(const std::string& text, Parts parts)
{
    return std::any_of(parts.begin(), parts.end(),
                       [&](std::string_view part) { return text.find(part) != std::string::npos; });
}

constexpr std::array down_words{"羽绒"sv, "棉服"sv, "棉衣"sv, "棉袄"sv, "面包服"sv, "绗缝"sv, " down "sv, "puffer"sv,
                                "padded"sv, "quilt"sv};
constexpr std::array bread_words{"面包服"sv}; // A puffer, and no bag (包).
constexpr std::array trouser_words{"裤"sv, "pant"sv, "trouser"sv, "jeans"sv, " jean "sv, "legging"sv, "chinos"sv,
                                   "jogger"sv, " shorts "sv};
constexpr std::array vest_words{"马甲"sv, "背心"sv, " vest"sv, "gilet"sv, "tank top"sv, "bodywarmer"sv,
                                "waistcoat"sv};
constexpr std::array bag_words{"包"sv, "手袋"sv, " bag "sv, " bags "sv, "handbag"sv, "backpack"sv, " tote"sv,
                               "clutch"sv, "purse"sv, "wallet"sv, "rucksack"sv, "duffel"sv};
constexpr std::array thing_words{"鞋"sv, "靴"sv, "腰带"sv, "皮带"sv, "护理"sv, "清洗"sv, "礼品"sv, "shoe"sv, "boot"sv,
                                 "sneaker"sv, "sandal"sv, " belt"sv, " care "sv, " gift"sv, " mug"sv, "bottle"sv,
                                 " watch "sv, " watches "sv};
constexpr std::array extra_words{"配件"sv, "配饰"sv, "accessor"sv, " extra"sv, "gear"sv, "equipment"sv};
constexpr std::array folded_words{"围巾"sv, "披肩"sv, "帽"sv, "手套"sv, "袜"sv, "裙"sv, "毛巾"sv, "毯"sv, "scarf"sv,
                                  "shawl"sv, " hat "sv, " hats "sv, " cap "sv, " caps "sv, "beanie"sv, "glove"sv,
                                  "sock"sv, "dress"sv, "skirt"sv, "towel"sv, "blanket"sv};
constexpr std::array top_words{"t恤"sv, "帽衫"sv, "衬衫"sv, "衬衣"sv, "卫衣"sv, "毛衣"sv, "针织衫"sv, "打底衫"sv, "polo"sv,
                               "t-shirt"sv, "shirt"sv, " tee "sv, " tees "sv, "sweater"sv, "hoodie"sv, "hoody"sv,
                               "pullover"sv, "jumper"sv, "cardigan"sv, "blouse"sv, "knitwear"sv, " tops "sv};
constexpr std::array long_words{"长款"sv, "大衣"sv, "风衣"sv, "派克"sv, " long "sv, "parka"sv, "coat"sv, "trench"sv};
constexpr std::array short_words{"短款"sv, "夹克"sv, "外套"sv, "西装"sv, "冲锋衣"sv, "抓绒"sv, "羽绒"sv, "棉服"sv,
                                 "棉衣"sv, "棉袄"sv, "jacket"sv, "blazer"sv, "puffer"sv, " down "sv, " short "sv,
                                 "anorak"sv, "windbreaker"sv, "fleece"sv, "padded"sv};

struct CutWords {
    Cut cut;
    Parts words;
};
// The first that fits: down trousers are trousers, a shirt jacket is drawn as a shirt.
constexpr std::array<CutWords, 9> cut_words{{{Cut::short_jacket, bread_words},
                                             {Cut::trousers, trouser_words},
                                             {Cut::vest, vest_words},
                                             {Cut::bag, bag_words},
                                             {Cut::other, thing_words},
                                             {Cut::top, top_words},
                                             {Cut::folded, folded_words},
                                             {Cut::long_coat, long_words},
                                             {Cut::short_jacket, short_words}}};

// In small letters, one gap around every Latin word, and without hoods: a hood (帽) is no hat, "shorts" are not short.
std::string searchable(std::string_view text)
{
    std::string words{" "};
    for (const char letter : lower(text)) {
        const bool gap{letter == ',' || letter == '/' || letter == '(' || letter == ')' || letter == '&'};
        words += gap ? ' ' : letter;
    }
    words += ' ';
    for (const std::string_view hood : {"连帽"sv, "带帽"sv, "帽领"sv}) {
        if (const std::size_t at{words.find(hood)}; at != std::string::npos) words.erase(at, hood.size());
    }
    return words;
}

std::optional<Cut> cut_by(const std::string& words)
{
    for (const CutWords& known : cut_words) {
        if (any_in(words, known.words)) return known.cut;
    }
    return std::nullopt;
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
    const std::string of_category{searchable(category)};
    const Cut by_name{cut_by(searchable(name)).value_or(Cut::other)};
    // Wash for down is no jacket, whatever it is called.
    if (any_in(of_category, extra_words)) return by_name == Cut::bag || by_name == Cut::folded ? by_name : Cut::other;
    // The category speaks before the name: a "vest" called after long johns is still a vest.
    return cut_by(of_category).value_or(by_name);
}

GoodsLook look_of(std::string_view picture, std::string_view category, std::string_view name, std::string_view colour)
{
    const bool filled{any_in(searchable(category) + searchable(name), down_words)};
    return {.photo = picture, .cut = cut_of(category, name), .cloth = cloth_of(colour),
            .make = filled ? Make::quilted : Make::plain};
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

std::string_view colour_of(std::string_view variant)
{
    for (std::size_t end{variant.size()}; end != std::string_view::npos; end = variant.rfind(' ', end - 1)) {
        const std::string_view begin{variant.substr(0, end)};
        const auto is_known = [&](const NamedCloth& cloth) { return begin == cloth.chinese || begin == cloth.english; };
        if (std::any_of(named.begin(), named.end(), is_known)) return begin;
        if (end == 0) break;
    }
    return variant.substr(0, variant.rfind(' '));
}

std::string variant_in(const Words& words, std::string_view variant)
{
    const std::string_view colour{colour_of(variant)};
    return std::string{colour_in(words, colour)} + std::string{variant.substr(colour.size())};
}

std::string variant_in(const Words& words, std::string_view colour, std::string_view size)
{
    std::string out{colour_in(words, colour)};
    if (!out.empty() && !size.empty()) out += " · ";
    return out += size;
}

} // namespace guitai::ui
