#include "terminal/ui/fonts.hpp"

#include "terminal/ui/widgets/icons.hpp"

#include <imgui/imgui_freetype.h>

#include <algorithm>
#include <cmath>
#include <fcntl.h>
#include <set>
#include <stdexcept>
#include <string_view>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace guitai::ui {
namespace {

// ImGui sizes a font by ascent + descent. These turn a designer's em into that,
// so Inter and WenQuanYi stand at the same em. Inter gets 4 % more because its
// figures look small beside hanzi of the same em.
constexpr float inter_per_em{1.2102F * 1.04F};
constexpr float wqy_per_em{1.1724F};

constexpr int shadow_px{96};
constexpr float shadow_blur{24.0F};

enum class HanziSet { none, reading, display };

struct Style {
    float em;
    bool strong;
    HanziSet hanzi;
};

// Only five styles carry hanzi: each costs a full set of glyphs.
constexpr std::array<Style, type_count> styles{{
    {14.0F, false, HanziSet::reading},
    {16.0F, false, HanziSet::reading},
    {16.0F, true, HanziSet::reading},
    {20.0F, true, HanziSet::reading},
    {26.0F, true, HanziSet::display},
    {22.0F, true, HanziSet::none},
    {28.0F, false, HanziSet::none},
    {40.0F, true, HanziSet::none},
    {60.0F, true, HanziSet::none},
    {18.0F, false, HanziSet::none},
    {24.0F, false, HanziSet::none},
    {40.0F, false, HanziSet::none},
}};

struct Range {
    ImWchar first, last;
};

constexpr std::array<Range, 8> till_marks{{{0x20, 0x7E},
                                           {0xA0, 0xBF},
                                           {0xD7, 0xD7},
                                           {0x2010, 0x2026},
                                           {0x2190, 0x2193},
                                           {0x2212, 0x2212},
                                           {0x2264, 0x2265},
                                           {0x25B2, 0x25BC}}};
// Up to U+017F and the third tone: the reading of a name is written Shàn, Lǚ, Ōu.
constexpr std::array<Range, 2> accented{{{0xC0, 0x17F}, {0x1CD, 0x1DC}}};
// Stands in a name until its rare character is drawn, a moment later: a question mark would read as a part of it.
constexpr ImWchar not_drawn_yet{0xB7};
constexpr char32_t first_hanzi{0x2E80};
constexpr char32_t first_icon{0xE000};
constexpr char32_t after_icons{0xF900};

// Decodes one character off the front; U+FFFD for bytes that are none.
char32_t take_character(std::string_view& text)
{
    const char* const end{text.data() + text.size()};
    unsigned int character{0};
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const std::size_t length{byte(0) < 0x80U ? 1U : byte(0) < 0xE0U ? 2U : byte(0) < 0xF0U ? 3U : 4U};
    if (text.size() < length) {
        text = {end, 0};
        return 0xFFFD;
    }
    character = length == 1 ? byte(0) : byte(0) & (0xFFU >> (length + 1U));
    for (std::size_t i{1}; i < length; ++i) character = (character << 6U) | (byte(i) & 0x3FU);
    text.remove_prefix(length);
    return character;
}

std::vector<ImWchar> ranges_of(const std::set<ImWchar>& characters)
{
    std::vector<ImWchar> ranges;
    for (const ImWchar character : characters) {
        if (!ranges.empty() && ranges.back() + 1 == character) {
            ranges.back() = character;
        } else {
            ranges.push_back(character);
            ranges.push_back(character);
        }
    }
    ranges.push_back(0);
    return ranges;
}

const std::vector<ImWchar>& icon_ranges()
{
    static const std::vector<ImWchar> ranges{[] {
        std::set<ImWchar> characters;
        for (std::string_view icon : icon::all) characters.insert(static_cast<ImWchar>(take_character(icon)));
        return ranges_of(characters);
    }()};
    return ranges;
}

// A font where it lies on the disk: of the hanzi only those pages are read that are drawn from.
class FontFile {
public:
    explicit FontFile(const std::string& path)
    {
        const int file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
        struct stat about{};
        const bool opened{file >= 0 && ::fstat(file, &about) == 0 && about.st_size > 0};
        if (opened) m_bytes = ::mmap(nullptr, static_cast<std::size_t>(about.st_size), PROT_READ, MAP_PRIVATE, file, 0);
        if (file >= 0) ::close(file);
        if (m_bytes == MAP_FAILED) throw std::runtime_error{"font not readable: " + path};
        m_size = about.st_size;
    }
    ~FontFile() { ::munmap(m_bytes, static_cast<std::size_t>(m_size)); }
    FontFile(const FontFile&) = delete;
    FontFile& operator=(const FontFile&) = delete;

    [[nodiscard]] void* bytes() const { return m_bytes; }
    [[nodiscard]] int size() const { return static_cast<int>(m_size); }

private:
    void* m_bytes{MAP_FAILED};
    off_t m_size{0};
};

// Each file once for all faces; it must live until the atlas is built.
struct OpenFonts {
    FontFile latin, latin_strong, chinese, icons;
};

void add(ImFontAtlas& atlas, const FontFile& file, ImFontConfig config, float px, const ImWchar* ranges)
{
    config.FontDataOwnedByAtlas = false;
    ImFont* const font{atlas.AddFontFromMemoryTTF(file.bytes(), file.size(), px, &config, ranges)};
    if (font == nullptr) throw std::runtime_error{"font of no known kind"};
    font->FallbackChar = not_drawn_yet;
}

ImFontConfig plain_config()
{
    ImFontConfig config;
    config.OversampleH = 1;
    config.PixelSnapH = true;
    config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
    return config;
}

void add_hanzi(ImFontAtlas& atlas, const OpenFonts& files, const Style& style, const Characters& characters,
               float scale)
{
    const bool reading{style.hanzi == HanziSet::reading};
    const std::vector<ImWchar>& ranges{reading ? characters.reading : characters.display};
    if (style.hanzi == HanziSet::none || ranges.size() < 3) return;
    ImFontConfig config{plain_config()};
    config.MergeMode = true;
    // WenQuanYi has no bold. From 20 px FreeType may swell the outline; below that dense
    // hanzi (墨, 雾) would clot, so their edges are only darkened.
    if (style.strong && style.em >= 20.0F)
        config.FontBuilderFlags |= static_cast<unsigned>(ImGuiFreeTypeBuilderFlags_Bold);
    else if (style.strong)
        config.RasterizerMultiply = 1.6F;
    add(atlas, files.chinese, config, std::round(style.em * wqy_per_em * scale), ranges.data());
}

void add_face(ImFontAtlas& atlas, const OpenFonts& files, const Style& style, const Characters& characters, float scale)
{
    add(atlas, style.strong ? files.latin_strong : files.latin, plain_config(),
        std::round(style.em * inter_per_em * scale), characters.latin.data());
    add_hanzi(atlas, files, style, characters, scale);
}

// ImGui ignores OpenType features, so Inter's tabular figures are out of reach:
// give every figure the width of the widest and centre it, or columns of money dance.
void make_figures_tabular(ImFont& font)
{
    float widest{0.0F};
    for (ImWchar digit{'0'}; digit <= '9'; ++digit) widest = std::max(widest, font.GetCharAdvance(digit));
    widest = std::round(widest);
    for (ImWchar digit{'0'}; digit <= '9'; ++digit) {
        auto* glyph = const_cast<ImFontGlyph*>(font.FindGlyphNoFallback(digit));
        if (glyph == nullptr) continue;
        const float shift{std::floor((widest - glyph->AdvanceX) / 2.0F)};
        glyph->X0 += shift;
        glyph->X1 += shift;
        glyph->AdvanceX = widest;
        font.IndexAdvanceX[digit] = widest;
    }
}

// A rounded box seen through a Gaussian, once; stretched as nine patches it is
// the shadow of anything, in the same texture and so in the same draw call.
void paint_shadow(ImFontAtlas& atlas, int rect, FontSet& set)
{
    const ImFontAtlasCustomRect* where{atlas.GetCustomRectByIndex(rect)};
    constexpr float half{static_cast<float>(shadow_px) / 2.0F};
    const auto beyond = [&](int at) {
        return std::max(std::abs(static_cast<float>(at) + 0.5F - half) - (half - 2.0F * shadow_blur), 0.0F);
    };
    for (int y{0}; y < shadow_px; ++y) {
        for (int x{0}; x < shadow_px; ++x) {
            const float distance{std::hypot(beyond(x), beyond(y)) - shadow_blur};
            const float a{0.5F - 0.5F * std::erf(distance / (shadow_blur * 0.5F) / std::sqrt(2.0F))};
            atlas.TexPixelsAlpha8[(where->Y + y) * atlas.TexWidth + where->X + x] =
                static_cast<unsigned char>(a * 255.0F);
        }
    }
    atlas.CalcCustomRectUV(where, &set.shadow_low, &set.shadow_high);
}

} // namespace

std::vector<ImWchar> hanzi_ranges(std::string_view text)
{
    std::set<ImWchar> characters;
    while (!text.empty()) {
        const char32_t character{take_character(text)};
        const bool of_icons{character >= first_icon && character < after_icons};
        if (character >= first_hanzi && character < 0xFFFD && !of_icons)
            characters.insert(static_cast<ImWchar>(character));
    }
    return ranges_of(characters);
}

std::vector<ImWchar> latin_ranges(std::string_view text, bool whole)
{
    std::set<ImWchar> characters;
    const auto insert = [&](const Range& range) {
        for (ImWchar at{range.first}; at <= range.last; ++at) characters.insert(at);
    };
    std::for_each(till_marks.begin(), till_marks.end(), insert);
    if (whole) std::for_each(accented.begin(), accented.end(), insert);
    while (!text.empty()) {
        const char32_t character{take_character(text)};
        if (character > 0x7E && character < first_hanzi) characters.insert(static_cast<ImWchar>(character));
    }
    return ranges_of(characters);
}

FontSet load_fonts(ImFontAtlas& atlas, const FontFiles& files, const Characters& characters, float scale)
{
    atlas.Clear();
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    atlas.Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight;
    // Common graphics chips stop at 8,192 px a side: the large sizes need the width.
    atlas.TexDesiredWidth = scale > 1.3F ? 8192 : 4096;
    const int shadow{atlas.AddCustomRectRegular(shadow_px, shadow_px)};

    const OpenFonts open{FontFile{files.latin}, FontFile{files.latin_strong}, FontFile{files.chinese},
                         FontFile{files.icons}};
    FontSet set;
    for (std::size_t i{0}; i < type_count; ++i) {
        const Style& style{styles[i]};
        if (i >= static_cast<std::size_t>(Type::icon_small))
            add(atlas, open.icons, plain_config(), std::round(style.em * scale), icon_ranges().data());
        else
            add_face(atlas, open, style, characters, scale);
        set.faces[i].font = atlas.Fonts.back();
        set.faces[i].em = style.em;
    }
    if (!atlas.Build()) throw std::runtime_error{"fonts could not be drawn"};
    paint_shadow(atlas, shadow, set);
    atlas.ClearInputData(); // It points into `open`.
    for (std::size_t i{0}; i < type_count; ++i) {
        Face& face{set.faces[i]};
        face.size = face.font->FontSize / scale;
        face.ascent = face.font->Ascent / scale;
        // A lone amount needs no column, and looks better without one.
        if (i < static_cast<std::size_t>(Type::total)) make_figures_tabular(*face.font);
    }
    return set;
}

} // namespace guitai::ui
