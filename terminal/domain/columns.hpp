// Lines for paper of a fixed width, where a hanzi takes two columns. Knows
// nothing of what they say.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai {

// The word for a key in the language of the paper.
using WordOf = std::function<std::string(std::string_view key)>;

// Columns that a UTF-8 text takes: two for a hanzi, a full-width sign, an emoji and
// what a Chinese printer's font makes as wide (¥ among them), none for a combining mark,
// one for the rest. Broken bytes count one each.
[[nodiscard]] std::size_t columns_of(std::string_view text);

// The first characters of `text` that fit in `columns`.
[[nodiscard]] std::string cut_to(std::string_view text, std::size_t columns);

// `text` in lines of at most `columns`, broken at spaces where there are any and
// anywhere between hanzi; never empty.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t columns);

// Builds a page line by line, each at most `columns` wide.
class Page {
public:
    explicit Page(std::size_t columns) : m_columns{columns} {}

    void text(std::string_view text);              // Wrapped.
    void indented(std::string_view text);          // Wrapped, two columns in.
    void centred(std::string_view text);           // Wrapped.
    // `left`, and `right` flush with the edge; on two lines where one is too narrow.
    void pair(std::string_view left, std::string_view right);
    void rule();                                   // A line of dashes.
    void blank();

    [[nodiscard]] const std::string& str() const { return m_text; }

private:
    void line(std::string_view text);

    std::size_t m_columns{42};
    std::string m_text;
};

} // namespace guitai
