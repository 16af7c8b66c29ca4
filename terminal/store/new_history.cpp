// What a till does with its books when the head office was put back to an older copy.
#include "terminal/store/inbox.hpp"
#include "terminal/store/rows.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace guitai {
namespace {

// The last number that is certainly the same in our news and in that history; nothing where there is none.
std::optional<std::int64_t> last_common(const Journal& journal, const HistoryBegan& history)
{
    const std::int64_t head{journal.head(office_origin).number};
    if (head == 0) return 0;
    auto places = history.earlier;
    places.emplace(places.begin(), history.number, history.chain);
    for (const auto& [number, chain] : places) {
        if (number <= head && journal.chain_at(office_origin, number) == chain) return number;
    }
    return std::nullopt;
}

} // namespace

bool Inbox::has_begun(const HistoryBegan& history) const
{
    const auto lines = m_books.journal().after(office_origin, history.number, 1);
    const auto event = lines.empty() ? Result<Event>{refuse("journal.gap")} : decode(lines.front().text);
    const auto* restored = event ? std::get_if<OfficeRestored>(&event->body) : nullptr;
    return restored != nullptr && restored->generation == history.generation;
}

Result<void> Inbox::check_history(const Event& event) const
{
    // News of the history that is gone may still be on its way, and fits by its numbers.
    const bool begins_it{event.origin == office_origin && event.number == m_awaited.number + 1};
    if (m_awaited.generation.empty() || !begins_it) return {};
    const auto* restored = std::get_if<OfficeRestored>(&event.body);
    if (restored != nullptr && restored->generation == m_awaited.generation) return {};
    return refuse("journal.fork", "news of a history that was put back");
}

Result<void> Inbox::follow(const std::vector<HistoryBegan>& histories)
{
    const auto next = std::find_if_not(histories.begin(), histories.end(),
                                       [this](const HistoryBegan& one) { return has_begun(one); });
    if (next == histories.end()) return {}; // We are in its last history already.
    const Journal& journal{m_books.journal()};
    const std::int64_t head{journal.head(office_origin).number};
    const auto common = last_common(journal, *next);
    if (!common) return refuse("feed.other_history", "event " + std::to_string(next->number) + " was another one");
    if (head <= *common && m_awaited.generation == next->generation) return {};

    m_books.forget_after(office_origin, *common, [&](const std::vector<JournalLine>& forgotten) {
        // The head office has them no more: this is the only copy of what it once said, and of what it lent.
        for (const JournalLine& line : forgotten) {
            const auto event = decode(line.text);
            const auto* erased = event ? std::get_if<MemberErased>(&event->body) : nullptr;
            // It knows her again, and so do these books: she is not to vanish from the journal alone.
            if (erased != nullptr) {
                run(m_books.connection(), "DELETE FROM erasures_left WHERE member = ?1", erased->member);
            }
            run(m_books.connection(),
                "INSERT INTO forgotten_news (place, generation, number, text, chain)"
                " VALUES ((SELECT COALESCE(MAX(place), 0) + 1 FROM forgotten_news), ?1, ?2, ?3, ?4)",
                next->generation, line.number, line.text, line.chain);
        }
        run(m_books.connection(),
            "INSERT INTO awaited_history (one, number, generation) VALUES (1, ?1, ?2)"
            " ON CONFLICT (one) DO UPDATE SET number = ?1, generation = ?2",
            next->number, next->generation);
    });
    m_awaited = *next;
    // The process must not take what the old history grants it from here on, although its news may still come.
    if (m_told) m_told({office_origin, 0, 0, OfficeRestored{histories.back().generation, {}, {}, {}, 0}});
    return {};
}

std::string Outbox::generation() const
{
    database::Statement find{m_connection, "SELECT generation FROM office_histories ORDER BY number DESC LIMIT 1"};
    return find.step() ? find.text(0) : std::string{};
}

std::vector<std::string> Outbox::forgotten_grants() const
{
    database::Statement find{m_connection, "SELECT text FROM forgotten_news ORDER BY place"};
    std::vector<std::string> grants;
    std::set<std::string> leases;
    while (find.step()) {
        std::string text{find.text(0)};
        const auto event = decode(text);
        const auto* granted = event ? std::get_if<LeaseGranted>(&event->body) : nullptr;
        // Said again later, a grant names only what was left of it by then.
        if (granted != nullptr && granted->till == m_till && leases.insert(granted->lease).second) {
            grants.push_back(std::move(text));
        }
    }
    database::Statement brought{m_connection, "SELECT text FROM brought_leases WHERE number > COALESCE("
                                              "(SELECT number FROM office_histories ORDER BY number DESC LIMIT 1), 0)"
                                              " ORDER BY number"};
    while (brought.step()) {
        std::string text{brought.text(0)};
        const auto event = decode(text);
        const auto* granted = event ? std::get_if<LeaseGranted>(&event->body) : nullptr;
        if (granted != nullptr && leases.insert(granted->lease).second) grants.push_back(std::move(text));
    }
    return grants;
}

} // namespace guitai
