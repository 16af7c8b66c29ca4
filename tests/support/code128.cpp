#include "tests/support/code128.hpp"

#include <array>
#include <stdexcept>

namespace guitai::test {
namespace {

constexpr unsigned start_a{103};
constexpr unsigned stop{106};

constexpr std::array<std::string_view, 107> patterns{
    "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212", "221213", "221312",
    "231212", "112232", "122132", "122231", "113222", "123122", "123221", "223211", "221132", "221231", "213212",
    "223112", "312131", "311222", "321122", "321221", "312212", "322112", "322211", "212123", "212321", "232121",
    "111323", "131123", "131321", "112313", "132113", "132311", "211313", "231113", "231311", "112133", "112331",
    "132131", "113123", "113321", "133121", "313121", "211331", "231131", "213113", "213311", "213131", "311123",
    "311321", "331121", "312113", "312311", "332111", "314111", "221411", "431111", "111224", "111422", "121124",
    "121421", "141122", "141221", "112214", "112412", "122114", "122411", "142112", "142211", "241211", "221114",
    "413111", "241112", "134111", "111242", "121142", "121241", "114212", "124112", "124211", "411212", "421112",
    "421211", "212141", "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113", "411311",
    "113141", "114131", "311141", "411131", "211412", "211214", "211232", "2331112"};

// Sets A, B and C count on from the start symbol; the symbol that changes to each.
unsigned change_to(char set) { return set == 'A' ? 101U : set == 'B' ? 100U : 99U; }

class Reader {
public:
    explicit Reader(std::string_view data) : m_data{data} {}

    Code128 read()
    {
        while (m_at < m_data.size()) read_one();
        if (m_code.symbols.empty()) throw std::runtime_error{"a barcode without data"};
        unsigned sum{m_code.symbols.front()};
        for (unsigned at{1}; at < m_code.symbols.size(); ++at) sum += at * m_code.symbols[at];
        m_code.symbols.push_back(sum % 103);
        m_code.symbols.push_back(stop);
        return m_code;
    }

private:
    void read_one()
    {
        const char c{m_data[m_at++]};
        if (c == '{') return escape(m_at < m_data.size() ? m_data[m_at++] : '\0');
        if (m_code.symbols.empty()) throw std::runtime_error{"a barcode that names no set"};
        const auto byte = static_cast<unsigned char>(c);
        if (m_set == 'C') {
            if (byte > 99) throw std::runtime_error{"set C holds pairs of digits"};
            m_code.symbols.push_back(byte);
            m_code.text += {static_cast<char>('0' + byte / 10), static_cast<char>('0' + byte % 10)};
            return;
        }
        if (byte < 0x20 || byte > 0x7E) throw std::runtime_error{"a byte that set B does not hold"};
        m_code.symbols.push_back(byte - 0x20U);
        m_code.text += c;
    }

    void escape(char set)
    {
        if (set < 'A' || set > 'C') throw std::runtime_error{"an unknown set"};
        if (set == m_set && !m_code.symbols.empty()) return;
        m_code.symbols.push_back(m_code.symbols.empty() ? start_a + static_cast<unsigned>(set - 'A') : change_to(set));
        m_set = set;
    }

    std::string_view m_data;
    std::size_t m_at{0};
    char m_set{'\0'};
    Code128 m_code;
};

} // namespace

std::vector<unsigned> Code128::widths() const
{
    std::vector<unsigned> all;
    for (const unsigned symbol : symbols) {
        for (const char c : patterns.at(symbol)) all.push_back(static_cast<unsigned>(c - '0'));
    }
    return all;
}

Code128 code128_of(std::string_view data) { return Reader{data}.read(); }

} // namespace guitai::test
