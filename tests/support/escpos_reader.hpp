// A small printer for tests: reads ESC/POS bytes as paper would show them. It
// knows the commands of common receipt printers, not those of our writer, and
// says so where it meets one that it does not know.
#pragma once

#include <cstddef>
#include <iconv.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace guitai::test {

struct Paper {
    std::vector<std::string> lines; // UTF-8, as printed.
    std::vector<std::string> barcodes;
    int cuts{0};
    int drawer_kicks{0};
    std::size_t columns{0}; // Of the widest line; a hanzi takes two.
};

class EscposReader {
public:
    [[nodiscard]] static Paper read(std::string_view bytes)
    {
        EscposReader reader{bytes};
        while (reader.m_at < bytes.size()) reader.read_one();
        reader.end_line_if_begun();
        return reader.m_paper;
    }

private:
    explicit EscposReader(std::string_view bytes) : m_bytes{bytes} {}

    [[nodiscard]] unsigned char take()
    {
        if (m_at >= m_bytes.size()) throw std::runtime_error{"the bytes end inside a command"};
        return static_cast<unsigned char>(m_bytes[m_at++]);
    }

    void skip(int count)
    {
        while (count-- > 0) static_cast<void>(take());
    }

    void read_one()
    {
        const unsigned char byte{take()};
        switch (byte) {
        case 0x1B: return escape(take());
        case 0x1C: return chinese(take());
        case 0x1D: return group(take());
        case '\n': return end_line();
        case '\r': return;
        default: return character(byte);
        }
    }

    void escape(unsigned char command)
    {
        switch (command) {
        case '@': m_chinese = false; return;
        case 'a':
        case 'E':
        case 'M':
        case 'R':
        case 't':
        case '!':
        case '-':
        case '3': return skip(1);
        case '2': return;
        case 'd': return skip(1);
        case 'p':
            skip(3);
            ++m_paper.drawer_kicks;
            return;
        default: throw std::runtime_error{"unknown command ESC " + std::to_string(command)};
        }
    }

    void chinese(unsigned char command)
    {
        if (command == '&') m_chinese = true;
        else if (command == '.') m_chinese = false;
        else if (command == '!' || command == 'C') skip(1);
        else throw std::runtime_error{"unknown command FS " + std::to_string(command)};
    }

    void group(unsigned char command)
    {
        switch (command) {
        case 'H':
        case 'h':
        case 'w':
        case '!': return skip(1);
        case 'V':
            if (take() >= 0x41) skip(1);
            ++m_paper.cuts;
            return;
        case 'k': {
            static_cast<void>(take());
            std::string code;
            for (unsigned char left{take()}; left > 0; --left) code += static_cast<char>(take());
            m_paper.barcodes.push_back(code);
            return;
        }
        default: throw std::runtime_error{"unknown command GS " + std::to_string(command)};
        }
    }

    void character(unsigned char byte)
    {
        if (byte < 0x20 || byte == 0x7F) throw std::runtime_error{"a control byte on paper"};
        m_line += static_cast<char>(byte);
        ++m_columns;
        if (byte < 0x80) return;
        if (!m_chinese) throw std::runtime_error{"two bytes without FS &"};
        m_line += static_cast<char>(take());
        ++m_columns;
    }

    void end_line()
    {
        m_paper.lines.push_back(utf8(m_line));
        if (m_columns > m_paper.columns) m_paper.columns = m_columns;
        m_line.clear();
        m_columns = 0;
    }

    void end_line_if_begun()
    {
        if (!m_line.empty()) end_line();
    }

    static std::string utf8(std::string from)
    {
        const iconv_t converter{::iconv_open("UTF-8", "GB18030")};
        if (converter == reinterpret_cast<iconv_t>(-1)) throw std::runtime_error{"this machine reads no GB18030"};
        std::string to(from.size() * 2 + 4, '\0');
        char* in{from.data()};
        char* out{to.data()};
        std::size_t in_left{from.size()};
        std::size_t out_left{to.size()};
        const bool good{::iconv(converter, &in, &in_left, &out, &out_left) != static_cast<std::size_t>(-1)};
        ::iconv_close(converter);
        if (!good) throw std::runtime_error{"bytes that are no GB18030"};
        to.resize(to.size() - out_left);
        return to;
    }

    std::string_view m_bytes;
    std::size_t m_at{0};
    bool m_chinese{false};
    std::string m_line;
    std::size_t m_columns{0};
    Paper m_paper;
};

} // namespace guitai::test
