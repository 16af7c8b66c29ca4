// Paper as a picture: hanzi from the font the screens use, in the cells of a
// thermal head: 12 dots a column, 24 dots high.
#include "tests/support/escpos_printer.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H

#include <stb/stb_image_write.h>

#include <algorithm>
#include <stdexcept>

namespace guitai::test {
namespace {

constexpr std::size_t sign_dots{12};
constexpr unsigned sign_height{24};
constexpr int baseline{20};
constexpr const char* font_file{"/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"};
constexpr long monospaced{1}; // The face of the collection whose letters are half as wide as its hanzi.

char32_t code_of(const std::string& utf8)
{
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(utf8[at]); };
    if (utf8.empty()) return U' ';
    if (utf8.size() == 1) return byte(0);
    if (utf8.size() == 2) return (byte(0) & 0x1FU) << 6U | (byte(1) & 0x3FU);
    if (utf8.size() == 3) return (byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
    return U'?';
}

class Pen {
public:
    Pen()
    {
        if (FT_Init_FreeType(&m_library) != 0 || FT_New_Face(m_library, font_file, monospaced, &m_face) != 0 ||
            FT_Set_Pixel_Sizes(m_face, 0, sign_height) != 0) {
            throw std::runtime_error{std::string{font_file} + " can not be read"};
        }
    }
    ~Pen()
    {
        FT_Done_Face(m_face);
        FT_Done_FreeType(m_library);
    }
    Pen(const Pen&) = delete;
    Pen& operator=(const Pen&) = delete;

    // Calls `dot(x, y)` for each black dot of the sign in its own cell.
    template<typename Dot>
    void draw(const std::string& utf8, const Dot& dot)
    {
        if (FT_Load_Char(m_face, code_of(utf8), FT_LOAD_RENDER | FT_LOAD_TARGET_MONO) != 0) return;
        const FT_GlyphSlot glyph{m_face->glyph};
        for (unsigned y{0}; y < glyph->bitmap.rows; ++y) {
            for (unsigned x{0}; x < glyph->bitmap.width; ++x) {
                const auto byte =
                    glyph->bitmap.buffer[static_cast<int>(y) * glyph->bitmap.pitch + static_cast<int>(x / 8)];
                if ((byte >> (7 - x % 8) & 1) == 0) continue;
                const int to_x{glyph->bitmap_left + static_cast<int>(x)};
                const int to_y{baseline - glyph->bitmap_top + static_cast<int>(y)};
                if (to_x >= 0 && to_y >= 0) dot(static_cast<std::size_t>(to_x), static_cast<std::size_t>(to_y));
            }
        }
    }

private:
    FT_Library m_library{nullptr};
    FT_Face m_face{nullptr};
};

class Roll {
public:
    explicit Roll(std::size_t width) { m_picture.width = width; }

    void add(const PaperStrip& strip)
    {
        const std::size_t top{m_picture.height};
        grow(strip.feed_dots);
        if (strip.cut) return cut();
        if (strip.picture.width > 0) return paste(strip, top);
        std::size_t used{0};
        for (const PrintedSign& sign : strip.signs) used = std::max(used, sign.at_dots + width_of(sign));
        std::size_t left{indent_of(strip.align, used)};
        std::size_t at{0};
        for (const PrintedSign& sign : strip.signs) {
            const std::size_t x{sign.at_dots == 0 ? at : sign.at_dots};
            at = x + width_of(sign);
            // What is too wide goes on in the next line, as on a printer.
            const std::size_t row{left + x + width_of(sign) > m_picture.width ? 1U : 0U};
            if (row > 0) grow_to(top + 2 * strip.feed_dots);
            write(sign, (left + x) % m_picture.width, top + row * strip.feed_dots);
        }
    }

    PrintedPicture take() { return std::move(m_picture); }

private:
    static std::size_t width_of(const PrintedSign& sign) { return sign.columns * sign.across * sign_dots; }

    [[nodiscard]] std::size_t indent_of(PaperAlign align, std::size_t used) const
    {
        if (used >= m_picture.width || align == PaperAlign::left) return 0;
        return align == PaperAlign::middle ? (m_picture.width - used) / 2 : m_picture.width - used;
    }

    void grow(std::size_t rows) { grow_to(m_picture.height + rows); }
    void grow_to(std::size_t rows)
    {
        m_picture.height = std::max(m_picture.height, rows);
        m_picture.black.resize(m_picture.width * m_picture.height);
    }

    void dot(std::size_t x, std::size_t y)
    {
        if (x < m_picture.width && y < m_picture.height) m_picture.black[y * m_picture.width + x] = 1;
    }

    void write(const PrintedSign& sign, std::size_t left, std::size_t top)
    {
        m_pen.draw(sign.utf8, [&](std::size_t x, std::size_t y) {
            for (std::size_t down{0}; down < sign.down; ++down) {
                for (std::size_t across{0}; across < sign.across + (sign.bold ? 1U : 0U); ++across) {
                    dot(left + x * sign.across + across, top + y * sign.down + down);
                }
            }
        });
        for (std::size_t x{0}; x < width_of(sign); ++x) {
            if (sign.underlined) dot(left + x, top + sign.down * sign_height - 1);
            for (std::size_t y{0}; sign.reverse && y < sign.down * sign_height && top + y < m_picture.height; ++y) {
                if (left + x < m_picture.width) m_picture.black[(top + y) * m_picture.width + left + x] ^= 1U;
            }
        }
    }

    void paste(const PaperStrip& strip, std::size_t top)
    {
        const PrintedPicture& from{strip.picture};
        const std::size_t left{indent_of(strip.align, from.width)};
        for (std::size_t y{0}; y < from.height; ++y) {
            for (std::size_t x{0}; x < from.width; ++x) {
                if (from.black[y * from.width + x] != 0) dot(left + x, top + y);
            }
        }
    }

    void cut()
    {
        grow(8);
        for (std::size_t x{0}; x < m_picture.width; x += 8) {
            for (std::size_t dash{0}; dash < 4; ++dash) dot(x + dash, m_picture.height - 4);
        }
        grow(8);
    }

    PrintedPicture m_picture;
    Pen m_pen;
};

} // namespace

PrintedPicture draw_paper(const Paper& paper, std::size_t dots_across)
{
    Roll roll{dots_across};
    for (const PaperStrip& strip : paper.strips) roll.add(strip);
    return roll.take();
}

void write_png(const PrintedPicture& picture, const std::filesystem::path& file)
{
    constexpr std::size_t margin{24};
    const std::size_t width{picture.width + 2 * margin};
    const std::size_t height{picture.height + 2 * margin};
    std::vector<std::uint8_t> grey(width * height, 255);
    for (std::size_t y{0}; y < picture.height; ++y) {
        for (std::size_t x{0}; x < picture.width; ++x) {
            if (picture.black[y * picture.width + x] != 0) grey[(y + margin) * width + x + margin] = 20;
        }
    }
    if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path());
    if (stbi_write_png(file.c_str(), static_cast<int>(width), static_cast<int>(height), 1, grey.data(),
                       static_cast<int>(width)) == 0) {
        throw std::runtime_error{"picture not written: " + file.string()};
    }
}

} // namespace guitai::test
