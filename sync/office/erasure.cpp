#include "sync/office/erasure.hpp"

#include "sync/events/person.hpp"
#include "sync/journal/erase.hpp"
#include "sync/office/answers.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/projections/orders.hpp"
#include "sync/office/projections/privacy.hpp"

#include <fmt/format.h>

#include <set>
#include <vector>

namespace guitai::office {
namespace {

// Herself, and every number that was merged into hers.
std::vector<MemberId> numbers_of(database::Connection& connection, const MemberId& member)
{
    auto numbers = merged_into(connection, member);
    numbers.insert(numbers.begin(), member);
    return numbers;
}

Result<void> check_orders(database::Connection& connection, const MemberId& member)
{
    OrderFilter hers;
    hers.member = member;
    for (const OrderRow& order : list_orders(connection, hers)) {
        if (!is_over(order.state)) return refuse("erasure.open_orders", order.placed.order.text);
    }
    return {};
}

// The head office has confirmed everything that it has: nothing waits for later.
MayErase any_line(const JournalLine&) { return MayErase::now; }

} // namespace

Result<std::string> copy_of_member(database::Connection& reads, const MemberId& member, std::int64_t now_ms)
{
    const auto profile = member_json(reads, member.text, now_ms);
    if (!profile || !is_member(reads, member)) return refuse("member.not_found", member.text);
    std::string events;
    std::set<std::string> orders;
    const Journal journal{reads};
    const auto add = [&](const JournalLine& line) { events += (events.empty() ? "\n" : ",\n") + line.text; };
    for (const MemberId& number : numbers_of(reads, member)) {
        for (const JournalLine& line : journal.lines_with(number.text)) {
            const auto event = decode(line.text);
            if (!event || person_of(event->body) != number) continue;
            if (const OrderId order{recipient_order_of(event->body)}; !order.empty()) orders.insert(order.text);
            add(line);
        }
    }
    for (const std::string& order : orders) {
        for (const JournalLine& line : journal.lines_with(order)) {
            const auto event = decode(line.text);
            if (event && person_of(event->body).empty()) add(line);
        }
    }
    return fmt::format("{{\"member\":{},\"events\":[{}\n]}}\n", *profile, events);
}

Result<void> erase_member(Office& office, const database::Transaction& open, const MemberId& member,
                          const Reader& reader)
{
    database::Connection& connection{office.connection()};
    if (!is_member(connection, member)) return refuse("member.not_found", member.text);
    if (is_erased(connection, member)) return refuse("erasure.done_already", member.text);
    const auto numbers = numbers_of(connection, member);
    for (const MemberId& number : numbers) {
        if (auto over = check_orders(connection, number); !over) return over;
    }
    for (const MemberId& number : numbers) {
        office.say(open, MemberErased{number, reader.staff}, reader.staff.text);
        static_cast<void>(erase_person(office.books().journal(), open, number, any_line));
        database::Statement{connection, "DELETE FROM member_sessions WHERE member = ?1"}.bind(1, number.text).run();
    }
    return {};
}

void erase_late(Office& office, const database::Transaction& open, const Event& event)
{
    guitai::erase_late(office.books().journal(), open, event,
                       [&](const MemberId& member) { return is_erased(office.connection(), member); });
}

void sweep(database::Connection& connection, Sweep how)
{
    if (how == Sweep::whole) connection.run("VACUUM");
    if (connection.engine() != database::Engine::sqlite) return;
    database::Statement empty{connection, "PRAGMA wal_checkpoint(TRUNCATE)"};
    while (empty.step()) {
    }
}

} // namespace guitai::office
