// Turns Unihan's readings (standard input, Unihan_Readings.txt) into the table of
// terminal/domain/pinyin_table.hpp (standard output). Runs while Guitai is built.
#include <array>
#include <cstdint>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr std::uint32_t first_common{0x3400}; // CJK Extension A and the unified hanzi: one byte each.
constexpr std::uint32_t last_common{0x9FFF};
constexpr std::size_t letters_kept_max{6}; // Nobody looks for the seventh.

// The sources, best first: how it is read today, by two dictionaries of the standard
// language and by counted speech; the old dictionary only where those are silent.
constexpr std::array<std::string_view, 4> today{"kMandarin", "kHanyuPinlu", "kTGHZ2013", "kXHC1983"};
constexpr std::string_view of_old{"kHanyuPinyin"};

// The letter that `syllable` begins with, its tone mark taken off; 0 for none.
char initial_of(std::string_view syllable)
{
    constexpr std::array<std::pair<std::string_view, char>, 21> marked{{
        {"ā", 'a'}, {"á", 'a'}, {"ǎ", 'a'}, {"à", 'a'}, {"ē", 'e'}, {"é", 'e'}, {"ě", 'e'},
        {"è", 'e'}, {"ê", 'e'}, {"ế", 'e'}, {"ề", 'e'}, {"ō", 'o'}, {"ó", 'o'}, {"ǒ", 'o'},
        {"ò", 'o'}, {"ń", 'n'}, {"ň", 'n'}, {"ǹ", 'n'}, {"ḿ", 'm'}, {"ḧ", 'h'}, {"ẑ", 'z'},
    }};
    if (syllable.empty()) return 0;
    if (syllable.front() >= 'a' && syllable.front() <= 'z') return syllable.front();
    for (const auto& [letter, plain] : marked) {
        if (syllable.substr(0, letter.size()) == letter) return plain;
    }
    return 0;
}

// Adds the initials in a field's value: "zhǎng cháng", "0117.100:chán 0207.100:dān",
// "cháng(1179)", "10109.030:qiú,chóu".
void add_initials(const std::string& value, std::string& letters)
{
    std::istringstream words{value};
    for (std::string word; words >> word;) {
        const std::size_t colon{word.find(':')};
        std::istringstream syllables{colon == std::string::npos ? word : word.substr(colon + 1)};
        for (std::string syllable; std::getline(syllables, syllable, ',');) {
            const char letter{initial_of(syllable)};
            const bool is_new{letter != 0 && letters.find(letter) == std::string::npos};
            if (is_new && letters.size() < letters_kept_max) letters += letter;
        }
    }
}

using Fields = std::map<std::string, std::string>;

std::map<std::uint32_t, Fields> read_unihan(std::istream& in)
{
    std::map<std::uint32_t, Fields> hanzi;
    for (std::string line; std::getline(in, line);) {
        std::istringstream parts{line};
        std::string code, name, value;
        if (!std::getline(parts, code, '\t') || !std::getline(parts, name, '\t') || !std::getline(parts, value))
            continue;
        if (code.compare(0, 2, "U+") == 0)
            hanzi[static_cast<std::uint32_t>(std::stoul(code.substr(2), nullptr, 16))][name] = value;
    }
    return hanzi;
}

std::string initials_in(const Fields& fields)
{
    std::string letters;
    for (const std::string_view name : today) {
        if (const auto found = fields.find(std::string{name}); found != fields.end())
            add_initials(found->second, letters);
    }
    const bool in_a_dictionary{fields.count("kTGHZ2013") + fields.count("kXHC1983") > 0};
    if (const auto found = fields.find(std::string{of_old}); !in_a_dictionary && found != fields.end()) {
        add_initials(found->second, letters);
    }
    return letters;
}

} // namespace

int main()
{
    std::map<std::string, std::size_t> sets{{"", 0}};
    std::vector<std::string> in_order{""};
    std::map<std::uint32_t, std::size_t> set_of;
    auto hanzi = read_unihan(std::cin);
    hanzi[0x3007]["kMandarin"] = "líng"; // 〇 stands among the marks, and Unihan leaves it out.
    for (const auto& [code, fields] : hanzi) {
        const std::string letters{initials_in(fields)};
        if (letters.empty()) continue;
        const auto [known, is_new] = sets.emplace(letters, in_order.size());
        if (is_new) in_order.push_back(letters);
        set_of[code] = known->second;
    }
    if (set_of.size() < 20'000) {
        std::cerr << "pinyin_table: only " << set_of.size() << " hanzi in the input; is this Unihan_Readings.txt?\n";
        return 1;
    }

    std::cout << "// Made by packaging/pinyin_table.cpp out of Unihan_Readings.txt.\n"
                 "#include \"terminal/domain/pinyin_table.hpp\"\n\nnamespace guitai::pinyin_table {\nnamespace {\n\n"
                 "constexpr std::string_view all_sets[]{\n";
    for (const std::string& letters : in_order) std::cout << '"' << letters << "\",\n";
    std::cout << "};\n\nconstexpr std::uint16_t set_of_common[last_common - first_common + 1]{\n";
    for (std::uint32_t code{first_common}; code <= last_common; ++code) {
        const auto found = set_of.find(code);
        std::cout << (found == set_of.end() ? 0 : found->second) << ((code & 0x1FU) == 0x1FU ? ",\n" : ",");
    }
    std::cout << "};\n\nconstexpr Rare all_rare[]{\n";
    for (const auto& [code, set] : set_of) {
        if (code < first_common || code > last_common) std::cout << '{' << code << ',' << set << "},\n";
    }
    std::cout << "};\n\n} // namespace\n\n"
                 "constinit const std::span<const std::string_view> sets{all_sets};\n"
                 "constinit const std::span<const std::uint16_t> common{set_of_common};\n"
                 "constinit const std::span<const Rare> rare{all_rare};\n\n"
                 "} // namespace guitai::pinyin_table\n";
    return 0;
}
