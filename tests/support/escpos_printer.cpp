#include "tests/support/escpos_printer.hpp"

#include "tests/support/gb18030.hpp"

#include "tests/support/code128.hpp"
#include "tests/support/printed_picture.hpp"

#include <algorithm>
#include <stdexcept>

namespace guitai::test {
namespace {

constexpr std::size_t sign_dots{12};
constexpr std::size_t line_dots_usual{30};

class Printer {
public:
    explicit Printer(std::string_view bytes) : m_bytes{bytes} {}

    Paper print()
    {
        while (m_at < m_bytes.size()) read_one();
        if (!m_signs.empty()) end_line();
        return std::move(m_paper);
    }

private:
    struct Type {
        std::size_t across{1}, down{1};
        bool bold{false}, reverse{false}, underlined{false};
    };

    [[noreturn]] void unknown(const std::string& family, unsigned char command) const
    {
        throw std::runtime_error{"unknown command " + family + " " + std::to_string(command) + " at byte " +
                                 std::to_string(m_at)};
    }

    unsigned char take()
    {
        if (m_at >= m_bytes.size()) throw std::runtime_error{"the bytes end inside a command"};
        return static_cast<unsigned char>(m_bytes[m_at++]);
    }
    std::size_t take_number()
    {
        const std::size_t low{take()};
        return low + 256U * take();
    }
    std::string_view take_many(std::size_t count)
    {
        if (m_bytes.size() - m_at < count) throw std::runtime_error{"the bytes end inside a command"};
        m_at += count;
        return m_bytes.substr(m_at - count, count);
    }
    void skip(std::size_t count) { static_cast<void>(take_many(count)); }

    void read_one()
    {
        const unsigned char byte{take()};
        switch (byte) {
        case 0x10: return real_time(take());
        case 0x1B: return escape(take());
        case 0x1C: return chinese(take());
        case 0x1D: return group(take());
        case '\n': return end_line();
        case '\r': return;
        default: return sign(byte);
        }
    }

    void real_time(unsigned char command)
    {
        if (command == 0x04 || command == 0x05) return skip(1);
        unknown("DLE", command);
    }

    void escape(unsigned char command)
    {
        switch (command) {
        case '@':
            m_chinese = false;
            m_page = 0;
            m_type = {};
            m_align = PaperAlign::left;
            m_line_dots = line_dots_usual;
            return;
        case 'a': m_align = align_of(take()); return;
        case 'E':
        case 'G': m_type.bold = (take() & 1U) != 0; return;
        case '-': m_type.underlined = take() % 48 != 0; return;
        case '!': return print_mode(take());
        case '3': m_line_dots = take(); return;
        case '2': m_line_dots = line_dots_usual; return;
        case 'd': return feed(take() * m_line_dots);
        case 'J': return feed(take());
        case '$': m_position = take_number(); return;
        case '\\': m_position += take_number(); return;
        case '*': return bit_image();
        case 't': m_page = take(); return;
        case 'M':
        case 'R':
        case 'V':
        case '{':
        case ' ': return skip(1);
        case 'p':
            skip(3);
            ++m_paper.drawer_kicks;
            return;
        default: unknown("ESC", command);
        }
    }

    static PaperAlign align_of(unsigned char n)
    {
        return n % 48 == 1 ? PaperAlign::middle : n % 48 == 2 ? PaperAlign::right : PaperAlign::left;
    }

    void print_mode(unsigned char mode)
    {
        m_type.bold = (mode & 0x08U) != 0;
        m_type.down = (mode & 0x10U) != 0 ? 2 : 1;
        m_type.across = (mode & 0x20U) != 0 ? 2 : 1;
        m_type.underlined = (mode & 0x80U) != 0;
    }

    void chinese(unsigned char command)
    {
        switch (command) {
        case '&': m_chinese = true; return;
        case '.': m_chinese = false; return;
        case '!':
        case '-':
        case 'C': return skip(1);
        case 'S': return skip(2);
        case '(': {
            skip(1);
            return skip(take_number());
        }
        default: unknown("FS", command);
        }
    }

    void group(unsigned char command)
    {
        switch (command) {
        case '!': {
            const unsigned size{take()};
            m_type.across = (size >> 4U & 7U) + 1;
            m_type.down = (size & 7U) + 1;
            return;
        }
        case 'B': m_type.reverse = (take() & 1U) != 0; return;
        case 'h': m_bar_height = take(); return;
        case 'w': m_bar_width = take(); return;
        case 'H': m_digits_below = (take() & 2U) != 0; return;
        case 'f':
        case 'a':
        case 'b':
        case 'r': return skip(1);
        case 'L':
        case 'W': return skip(2);
        case 'V':
            if (take() >= 0x41) feed(take());
            ++m_paper.cuts;
            m_paper.strips.push_back({.cut = true});
            return;
        case 'k': return barcode(take());
        case 'v': return raster();
        case '(': return extended(take());
        case '8': return long_graphics(take());
        default: unknown("GS", command);
        }
    }

    void barcode(unsigned char kind)
    {
        std::string data;
        if (kind <= 6) {
            for (unsigned char c{take()}; c != 0; c = take()) data += static_cast<char>(c);
        } else {
            data = std::string{take_many(take())};
        }
        if (kind != 73) {
            m_paper.barcodes.push_back(data); // Others are told, not drawn.
            return;
        }
        const Code128 code{code128_of(data)};
        m_paper.barcodes.push_back(code.text);
        show(picture_of_bars(code, m_bar_width, m_bar_height));
        if (!m_digits_below) return;
        std::vector<PrintedSign> digits;
        for (const char c : code.text) {
            digits.push_back({std::string{c}});
            digits.back().at_dots = (digits.size() - 1) * sign_dots;
        }
        m_paper.strips.push_back({m_align, digits, {}, line_dots_usual});
    }

    void raster()
    {
        skip(1); // '0'
        const unsigned scale{take()};
        const std::size_t row_bytes{take_number()};
        const std::size_t rows{take_number()};
        show(picture_of_bits(take_many(row_bytes * rows), row_bytes, rows, (scale & 1U) + 1, (scale >> 1U & 1U) + 1));
        ++m_paper.pictures;
    }

    void bit_image()
    {
        const unsigned mode{take()};
        const std::size_t columns{take_number()};
        const std::size_t column_bytes{mode >= 32 ? 3U : 1U};
        const std::string_view bits{take_many(columns * column_bytes)};
        PrintedPicture picture{columns, column_bytes * 8, {}};
        for (std::size_t y{0}; y < picture.height; ++y) {
            for (std::size_t x{0}; x < columns; ++x) {
                const auto byte = static_cast<unsigned char>(bits[x * column_bytes + y / 8]);
                picture.black.push_back(byte >> (7 - y % 8) & 1U);
            }
        }
        show(std::move(picture));
        ++m_paper.pictures;
    }

    void extended(unsigned char family)
    {
        const std::size_t length{take_number()};
        const std::string_view data{take_many(length)};
        if (family == 'k') return square(data);
        if (family == 'L') return graphics(data);
        if (family == 'E' || family == 'A' || family == 'D' || family == 'K' || family == 'H' || family == 'M') return;
        unknown("GS (", family);
    }

    void long_graphics(unsigned char family)
    {
        std::size_t length{take_number()};
        length += 65'536U * take_number();
        const std::string_view data{take_many(length)};
        if (family != 'L') unknown("GS 8", family);
        graphics(data);
    }

    // fn 112 keeps a picture, fn 50 prints what is kept.
    void graphics(std::string_view data)
    {
        if (data.size() < 2) throw std::runtime_error{"graphics without a function"};
        const auto function = static_cast<unsigned char>(data[1]);
        if (function == 50 || function == 2) {
            show(std::move(m_kept_picture));
            m_kept_picture = {};
            ++m_paper.pictures;
        } else if (function == 112) {
            const auto number = [&](std::size_t at) {
                return static_cast<std::size_t>(static_cast<unsigned char>(data.at(at))) +
                       256U * static_cast<unsigned char>(data.at(at + 1));
            };
            const std::size_t width{number(6)};
            const std::size_t height{number(8)};
            const std::size_t row_bytes{(width + 7) / 8};
            if (data.size() != 10 + row_bytes * height) throw std::runtime_error{"graphics of another size"};
            m_kept_picture = picture_of_bits(data.substr(10), row_bytes, height, static_cast<unsigned char>(data[3]),
                                        static_cast<unsigned char>(data[4]));
        } else {
            throw std::runtime_error{"unknown graphics function " + std::to_string(function)};
        }
    }

    void square(std::string_view data)
    {
        if (data.size() < 2) throw std::runtime_error{"a square code without a function"};
        if (data[0] != '1') throw std::runtime_error{"a square code that is no QR"};
        switch (data[1]) {
        case 'A': return;
        case 'C': m_module = static_cast<unsigned char>(data.at(2)); return;
        case 'E': m_correction = data.at(2) - '0'; return;
        case 'P': m_square = std::string{data.substr(3)}; return;
        case 'Q': break;
        default: throw std::runtime_error{"unknown function of a square code"};
        }
        m_paper.squares.push_back(m_square);
        show(picture_of_square(m_square, m_module, m_correction));
    }

    void show(PrintedPicture picture)
    {
        const std::size_t height{picture.height};
        m_paper.strips.push_back({m_align, {}, std::move(picture), height});
    }

    void feed(std::size_t dots)
    {
        if (!m_signs.empty()) end_line();
        m_paper.strips.push_back({.feed_dots = dots});
    }

    void sign(unsigned char byte)
    {
        if (byte < 0x20 || byte == 0x7F) throw std::runtime_error{"a control byte on paper"};
        std::string bytes{static_cast<char>(byte)};
        std::size_t columns{1};
        if (byte >= 0x80) columns = high_byte(bytes);
        // Where a writer moved on by dots, blanks stand in the text.
        for (; m_line_end + sign_dots <= m_position; m_line_end += sign_dots) m_line += ' ';
        m_line += bytes;
        m_signs.push_back({utf8(bytes), columns, m_type.across, m_type.down, m_type.bold, m_type.reverse,
                           m_type.underlined, m_position});
        m_position += columns * m_type.across * sign_dots;
        m_line_end = m_position;
        m_columns = std::max(m_columns, m_position / sign_dots);
    }

    // Of a hanzi, two bytes; of the standard's rarer characters, four, as wide as a letter here; of another code
    // page, one, of which only the line is known. Gives the columns.
    std::size_t high_byte(std::string& bytes)
    {
        if (!m_chinese) {
            if (m_page == 0) throw std::runtime_error{"two bytes without FS &"};
            constexpr unsigned char line{0x95};
            bytes = static_cast<unsigned char>(bytes[0]) == line ? "-" : "?";
            return 1;
        }
        bytes += static_cast<char>(take());
        if (bytes[1] < '0' || bytes[1] > '9') return 2;
        bytes += std::string{take_many(2)};
        return 1;
    }

    void end_line()
    {
        m_paper.lines.push_back(utf8(m_line));
        m_paper.columns = std::max(m_paper.columns, m_columns);
        std::size_t tallest{m_line_dots};
        for (const PrintedSign& sign : m_signs) tallest = std::max(tallest, sign.down * 24);
        m_paper.strips.push_back({m_align, std::move(m_signs), {}, tallest});
        m_signs.clear();
        m_line.clear();
        m_columns = m_position = m_line_end = 0;
    }

    std::string_view m_bytes;
    std::size_t m_at{0};
    bool m_chinese{false};
    unsigned m_page{0};
    Type m_type;
    PaperAlign m_align{PaperAlign::left};
    std::size_t m_line_dots{line_dots_usual};
    std::size_t m_bar_height{162}, m_bar_width{3}, m_module{3};
    int m_correction{0};
    bool m_digits_below{false};
    std::string m_square;
    PrintedPicture m_kept_picture;

    std::string m_line;
    std::vector<PrintedSign> m_signs;
    std::size_t m_columns{0}, m_position{0}, m_line_end{0};
    Paper m_paper;
};

} // namespace

Paper print_out(std::string_view bytes) { return Printer{bytes}.print(); }

} // namespace guitai::test
