#include "sync/catalogue/problems.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cassert>

namespace guitai {

void Problems::add(std::int64_t line, std::string_view column, Refusal refusal)
{
    ++m_count;
    if (m_count == 1) {
        const std::string place{column.empty() ? std::string{} : fmt::format(", {}", column)};
        m_first = {std::move(refusal.code), fmt::format("line {}{}: {}", line, place, refusal.detail)};
    } else if (m_other_lines.size() + 1 < lines_named_max) {
        m_other_lines.push_back(line);
    }
}

void Problems::warn(std::int64_t line, std::string_view code, std::string detail)
{
    const auto known = std::find_if(m_warnings.begin(), m_warnings.end(),
                                    [&](const ImportWarning& warning) { return warning.code == code; });
    if (known != m_warnings.end())
        ++known->count;
    else
        m_warnings.push_back({std::string{code}, line, 1, std::move(detail)});
}

Refusal Problems::refusal() const
{
    assert(any());
    if (m_count == 1) return m_first;
    const std::string_view rest{m_count > m_other_lines.size() + 1 ? ", …" : ""};
    return {m_first.code, fmt::format("{} (and {} more: line {}{})", m_first.detail, m_count - 1,
                                      fmt::join(m_other_lines, ", "), rest)};
}

} // namespace guitai
