#include "sync/journal/erase.hpp"

#include "sync/events/person.hpp"

#include <set>
#include <string_view>
#include <utility>
#include <variant>

namespace guitai {
namespace {

constexpr std::string_view address_events{"order_address_"};

// Nothing in it says who somebody is, or it was redacted before.
bool tells_of_nobody(const Event& event) { return without_person(event.body) == event.body; }

void redact(Journal& journal, const database::Transaction& open, Event event)
{
    event.body = without_person(std::move(event.body));
    journal.redact(open, event);
}

// An event about somebody by way of her order alone: where it goes now.
template<typename One>
constexpr bool names_order_alone()
{
    return requires(One one) { one.recipient.address; } && !requires(One one) { one.member.text; };
}

template<typename... All>
constexpr bool all_are_address_events(const std::variant<All...>*)
{
    const auto fits = []<typename One>(const One*) {
        if constexpr (names_order_alone<One>()) return One::kind.starts_with(address_events);
        else return true;
    };
    return (fits(static_cast<const All*>(nullptr)) && ...);
}
static_assert(all_are_address_events(static_cast<const AnyEvent*>(nullptr)), "or an erasure does not find them");

// Once through the journal for all of her orders, and not once for each.
void add_addresses(const Journal& journal, std::vector<ReadLine>& lines)
{
    std::set<OrderId> orders;
    for (const ReadLine& one : lines) orders.insert(recipient_order_of(one.event.body));
    orders.erase(OrderId{});
    if (orders.empty()) return;
    for (JournalLine& line : journal.lines_with(address_events)) {
        auto event = decode(line.text);
        if (!event || !orders.contains(recipient_order_of(event->body))) continue;
        lines.push_back({std::move(line), std::move(*event)});
    }
}

} // namespace

std::vector<ReadLine> lines_about(const Journal& journal, const MemberId& member)
{
    std::vector<ReadLine> lines;
    for (JournalLine& line : journal.lines_with(member.text)) {
        auto event = decode(line.text);
        if (!event || person_of(event->body) != member) continue;
        lines.push_back({std::move(line), std::move(*event)});
    }
    return lines;
}

std::int64_t erase_person(Journal& journal, const database::Transaction& open, const MemberId& member,
                          const std::function<MayErase(const JournalLine&)>& may_erase)
{
    std::int64_t left{0};
    auto lines = lines_about(journal, member);
    add_addresses(journal, lines);
    for (const auto& [line, event] : lines) {
        const MayErase when{may_erase(line)};
        if (when == MayErase::never || tells_of_nobody(event)) continue;
        if (when == MayErase::now) redact(journal, open, event);
        else ++left;
    }
    return left;
}

void redact_late(Journal& journal, const database::Transaction& open, const Event& event,
                 const std::function<bool(const MemberId&)>& is_erased)
{
    const MemberId person{person_of(event.body)};
    if (person.empty() || !recipient_order_of(event.body).empty() || tells_of_nobody(event)) return;
    if (is_erased(person)) redact(journal, open, event);
}

} // namespace guitai
