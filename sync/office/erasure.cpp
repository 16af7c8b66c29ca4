#include "sync/office/erasure.hpp"

#include "sync/events/person.hpp"
#include "sync/journal/erase.hpp"
#include "sync/office/answers.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/projections/orders.hpp"
#include "sync/office/projections/privacy.hpp"

#include <fmt/format.h>

#include <algorithm>
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

// What all orders of one till begin with: "S01-3-D" of "S01-3-D00007".
std::string_view till_part(std::string_view order) { return order.substr(0, order.rfind('D') + 1); }

// What happened to these orders, without the lines that name whose they are; one walk through the journal for each
// till that took any of them.
std::vector<JournalLine> lines_of_orders(const Journal& journal, const std::set<std::string>& orders)
{
    std::set<std::string_view> tills;
    for (const std::string& order : orders) tills.insert(till_part(order));
    std::vector<JournalLine> lines;
    for (const std::string_view till : tills) {
        for (JournalLine& line : journal.lines_with(till)) {
            const bool names_one{std::any_of(orders.begin(), orders.end(), [&](const std::string& order) {
                return till_part(order) == till && line.text.find('"' + order + '"') != std::string::npos;
            })};
            if (!names_one) continue;
            const auto event = decode(line.text);
            if (event && person_of(event->body).empty()) lines.push_back(std::move(line));
        }
    }
    return lines;
}

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
        for (const auto& [line, event] : lines_about(journal, number)) {
            if (const OrderId order{recipient_order_of(event.body)}; !order.empty()) orders.insert(order.text);
            add(line);
        }
    }
    for (const JournalLine& line : lines_of_orders(journal, orders)) add(line);
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
    redact_late(office.books().journal(), open, event,
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
