#include "terminal/store/readers/journal_event.hpp"

namespace guitai {

std::optional<Event> journal_event(const Journal& journal, TillNumber origin, std::int64_t number)
{
    const auto lines = journal.after(origin, number - 1, 1);
    if (lines.empty() || lines.front().number != number) return std::nullopt;
    auto event = decode(lines.front().text);
    if (!event) return std::nullopt; // Damage that `verify` names; a reader shows the rest.
    return std::move(*event);
}

} // namespace guitai
