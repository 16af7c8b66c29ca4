#include "sync/office/journal_look.hpp"

namespace guitai::office {

std::optional<Event> event_at(database::Connection& connection, TillNumber origin, std::int64_t number)
{
    const auto lines = Journal{connection}.after(origin, number - 1, 1);
    if (lines.empty() || lines.front().number != number) return std::nullopt;
    auto event = decode(lines.front().text);
    if (!event) return std::nullopt;
    return std::move(*event);
}

std::string actor_of(database::Connection& connection, std::int64_t number)
{
    database::Statement find{connection, "SELECT actor FROM office_acts WHERE number = ?1"};
    find.bind(1, number);
    return find.step() ? find.text(0) : std::string{};
}

} // namespace guitai::office
