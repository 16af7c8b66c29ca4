// Loads the type of the terminal: Inter for Latin and figures, WenQuanYi Micro
// Hei for Chinese, Material Icons, merged into one atlas that also holds the
// soft shadow. It knows no screen, no word and no graphics card.
#pragma once

#include <imgui/imgui.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace guitai::ui {

enum class Type {
    caption,
    body,
    strong,
    title,
    headline,
    figure,
    key,
    total,
    hero,
    icon_small,
    icon,
    icon_large,
    count
};

inline constexpr std::size_t type_count{static_cast<std::size_t>(Type::count)};

struct Face {
    ImFont* font{nullptr};
    float size{0.0F};   // What ImGui calls a size: ascent + descent, in logical px.
    float em{0.0F};     // What a designer calls a size.
    float ascent{0.0F}; // In logical px.
};

// Where Debian's packages put the files.
struct FontFiles {
    std::string latin{"/usr/share/fonts/opentype/inter/Inter-Regular.otf"};
    std::string latin_strong{"/usr/share/fonts/opentype/inter/Inter-SemiBold.otf"};
    std::string chinese{"/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"};
    std::string icons{"/usr/share/fonts/truetype/material-design-icons-iconfont/MaterialIcons-Regular.ttf"};
};

struct FontSet {
    std::array<Face, type_count> faces{};
    ImVec2 shadow_low{}, shadow_high{}; // Texture coordinates of the shadow patch.
    [[nodiscard]] const Face& operator[](Type type) const { return faces[static_cast<std::size_t>(type)]; }
};

// Which characters each face carries: zero-closed lists of ranges, in ImGui's form.
struct Characters {
    std::vector<ImWchar> latin;   // In every face.
    std::vector<ImWchar> reading; // Hanzi of caption, body, strong, and title, which our keyboard offers as well.
    std::vector<ImWchar> display; // Hanzi of headline: few, large glyphs
};

// ASCII and the marks of a till, and every other character below U+2E80 of `text` (UTF-8); `whole`: all that the
// languages of Europe and the reading of a Chinese name are written in.
[[nodiscard]] std::vector<ImWchar> latin_ranges(std::string_view text, bool whole);

// The ranges that hold every character from U+2E80 up of `text` (UTF-8), and nothing else.
// Characters above U+FFFF have no place in ImGui's 16 bits and are left out.
[[nodiscard]] std::vector<ImWchar> hanzi_ranges(std::string_view text);

// Builds the atlas for `scale` device px per logical px; `atlas` holds the pixels as one channel.
// Safe on any thread as long as nobody else touches `atlas`. The caller uploads it.
// Throws std::runtime_error if a file is unreadable.
[[nodiscard]] FontSet load_fonts(ImFontAtlas& atlas, const FontFiles& files, const Characters& characters, float scale);

} // namespace guitai::ui
