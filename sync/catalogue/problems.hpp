// What is wrong with a file. One bad row refuses the whole of it, but a person who
// mends a file wants to hear of every bad row at once: the first is told in full,
// the others by their lines.
#pragma once

#include "sync/events/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guitai {

// Something odd that does not stop an import; one for all rows of the same kind.
struct ImportWarning {
    std::string code;     // A key of assets/words.
    std::int64_t line{0}; // Of the first such row.
    std::int64_t count{0};
    std::string detail; // Of the first such row, in English.

    bool operator==(const ImportWarning&) const = default;
};

class Problems {
public:
    static constexpr std::size_t lines_named_max{20};

    // `column` as the file's heading has it; may be empty.
    void add(std::int64_t line, std::string_view column, Refusal refusal);
    void warn(std::int64_t line, std::string_view code, std::string detail);

    [[nodiscard]] bool any() const { return m_count > 0; }
    // The first problem, with the lines of the others; asserts any().
    [[nodiscard]] Refusal refusal() const;
    [[nodiscard]] std::vector<ImportWarning> take_warnings() { return std::move(m_warnings); }

private:
    Refusal m_first;
    std::size_t m_count{0};
    std::vector<std::int64_t> m_other_lines;
    std::vector<ImportWarning> m_warnings;
};

} // namespace guitai
