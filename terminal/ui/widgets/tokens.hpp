// Every colour, size and duration of the terminal, and nothing else. A screen
// names a role ("save", "ink_soft"), never a colour; the two palettes are the
// only place where a colour is written. tests/ui/contrast_test.cpp computes
// their contrast.
#pragma once

#include <imgui/imgui.h>

namespace guitai::ui {

// 0xRRGGBB, as designers write it, to ImGui's byte order.
constexpr ImU32 rgb(unsigned hex, unsigned alpha = 255)
{
    return (alpha << 24U) | ((hex & 0xFFU) << 16U) | (hex & 0xFF00U) | ((hex >> 16U) & 0xFFU);
}

struct Palette {
    ImU32 canvas{0};       // Behind everything.
    ImU32 surface{0};      // Cards, the ticket.
    ImU32 raised{0};       // Keys and buttons on a surface.
    ImU32 sunken{0};       // Tracks, amount boxes, shapes of what is still being read.
    ImU32 backdrop{0};     // Behind a picture of goods: black coats must show in the dark theme too.
    ImU32 line{0};         // Hairlines; decoration only.
    ImU32 outline{0};      // Edges of controls: 3:1 against surface.
    ImU32 ink{0};          // Names, amounts.
    ImU32 ink_soft{0};     // Second lines.
    ImU32 ink_faint{0};    // Captions: still 4.5:1.
    ImU32 primary{0};      // The one main action of a screen.
    ImU32 primary_down{0}; // The same, pressed.
    ImU32 primary_soft{0}; // Selected.
    ImU32 on_primary{0};
    ImU32 gold{0}; // Members, points, calm warnings.
    ImU32 gold_soft{0};
    ImU32 save{0}; // Money the customer keeps.
    ImU32 save_soft{0};
    ImU32 danger{0}; // Loss, refusal.
    ImU32 danger_soft{0};
    ImU32 info{0}; // Orders, other places.
    ImU32 info_soft{0};
    ImU32 focus{0}; // Keyboard ring.
    ImU32 scrim{0}; // Under a sheet.
    ImU32 shadow{0};
    float shadow_strength{1.0F};
    bool edges_cards{false}; // On black a shadow hardly shows: an edge of light does its work.
};

inline constexpr Palette light_palette{
    .canvas = rgb(0xF3F1EC),
    .surface = rgb(0xFFFFFF),
    .raised = rgb(0xFFFFFF),
    .sunken = rgb(0xF1EEE8),
    .backdrop = rgb(0xF1EEE8),
    .line = rgb(0xE4DFD6),
    .outline = rgb(0x8A8377),
    .ink = rgb(0x1B1A17),
    .ink_soft = rgb(0x4F4A42),
    .ink_faint = rgb(0x6A645A),
    .primary = rgb(0x0B6B53),
    .primary_down = rgb(0x074A39),
    .primary_soft = rgb(0xDFF0EA),
    .on_primary = rgb(0xFFFFFF),
    .gold = rgb(0x805300),
    .gold_soft = rgb(0xFBF0D9),
    .save = rgb(0xB03A0C),
    .save_soft = rgb(0xFCEBE2),
    .danger = rgb(0xB3211A),
    .danger_soft = rgb(0xFBE5E3),
    .info = rgb(0x1D5AB4),
    .info_soft = rgb(0xE3EDFB),
    .focus = rgb(0x1D5AB4),
    .scrim = rgb(0x1B1A17, 120),
    .shadow = rgb(0x3A2F1C),
    .shadow_strength = 1.0F,
    .edges_cards = false,
};

inline constexpr Palette dark_palette{
    .canvas = rgb(0x121513),
    .surface = rgb(0x1C201D),
    .raised = rgb(0x292E2B),
    .sunken = rgb(0x161917),
    .backdrop = rgb(0x4A524D),
    .line = rgb(0x343A36),
    .outline = rgb(0x79837C),
    .ink = rgb(0xF0F3EF),
    .ink_soft = rgb(0xC2C9C3),
    .ink_faint = rgb(0x9DA69F),
    .primary = rgb(0x45C79F),
    .primary_down = rgb(0x2E9F7D),
    .primary_soft = rgb(0x173A30),
    .on_primary = rgb(0x05231A),
    .gold = rgb(0xF2C464),
    .gold_soft = rgb(0x3A2F14),
    .save = rgb(0xFFA273),
    .save_soft = rgb(0x40261A),
    .danger = rgb(0xFF8F86),
    .danger_soft = rgb(0x46201D),
    .info = rgb(0x8FBBFF),
    .info_soft = rgb(0x1C2E49),
    .focus = rgb(0x8FBBFF),
    .scrim = rgb(0x000000, 150),
    .shadow = rgb(0x000000),
    .shadow_strength = 2.2F,
    .edges_cards = true,
};

// Spacing is a multiple of 4; most gaps are 8, 16 or 24.
inline constexpr float gap_xs{4.0F};
inline constexpr float gap_s{8.0F};
inline constexpr float gap_tile{12.0F};
inline constexpr float gap_m{16.0F};
inline constexpr float page_margin{20.0F};
inline constexpr float gap_l{24.0F};

inline constexpr float touch_min{48.0F};  // A finger.
inline constexpr float touch_main{64.0F}; // A finger in a hurry.

inline constexpr float radius_s{8.0F};  // Chips, cells.
inline constexpr float radius_m{12.0F}; // Buttons, tiles, fields, cards.
inline constexpr float radius_l{20.0F}; // Sheets.

inline constexpr float press_s{0.08F}; // Down and up of a key.
inline constexpr float slide_s{0.18F}; // A sheet, a segment's thumb.
inline constexpr float toast_s{4.0F};  // A toast stays this long.

} // namespace guitai::ui
