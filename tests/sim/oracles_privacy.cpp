// Members' keys: one password everywhere, and a log in which nobody who looked is missing.
#include "tests/sim/oracles.hpp"

#include "sync/events/person.hpp"
#include "sync/office/projections/complaint_cases.hpp"
#include "sync/office/projections/member_files.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/projections/privacy.hpp"
#include "tests/sim/lines.hpp"
#include "tests/sim/together.hpp"
#include "tests/sim/world.hpp"

#include <fmt/format.h>

#include <map>
#include <set>
#include <utility>

namespace guitai::sim {
namespace {

constexpr std::int64_t many{100'000};

bool is_blank(const MemberProfile& profile)
{
    EventBody body{MemberSet{profile, office_origin, 0}};
    return without_person(body) == body;
}

// The orders that were here when their customer was erased.
std::set<OrderId> orders_of_erased(const Journal& journal, const std::vector<TillNumber>& tills)
{
    std::map<MemberId, std::int64_t> erased_at;
    for (const JournalLine& line : all_lines(journal, office_origin)) {
        const auto event = decode(line.text);
        const auto* erased = event ? std::get_if<MemberErased>(&event->body) : nullptr;
        if (erased != nullptr) erased_at[erased->member] = line.position;
    }
    std::set<OrderId> orders;
    for (const TillNumber till : tills) {
        for (const JournalLine& line : all_lines(journal, till)) {
            const auto event = decode(line.text);
            const auto* placed = event ? std::get_if<OrderPlaced>(&event->body) : nullptr;
            const auto at = placed != nullptr ? erased_at.find(placed->member) : erased_at.end();
            if (at != erased_at.end() && line.position < at->second) orders.insert(placed->order);
        }
    }
    return orders;
}

void look_at_lines(const std::string& whose, const Journal& journal, const std::set<MemberId>& erased,
                   const std::set<OrderId>& orders, Complaints& complaints)
{
    for (const TillNumber origin : journal.origins()) {
        for (const JournalLine& line : all_lines(journal, origin)) {
            const auto event = decode(line.text);
            if (!event) continue;
            const OrderId order{recipient_order_of(event->body)};
            const bool tells_of_her{order.empty() ? erased.contains(person_of(event->body)) : orders.contains(order)};
            if (!tells_of_her || without_person(event->body) == event->body) continue;
            complaints.push_back(fmt::format("the journal of {} still tells of who was erased: {}", whose, line.text));
        }
    }
}

// Out of the tills' own journals, in the simulator's own words.
struct Keys {
    std::map<MemberId, std::pair<std::int64_t, std::string>> passwords; // The greatest holds.
    std::map<MemberId, std::int64_t> accesses;
};

Keys keys_at_the_counters(World& world)
{
    Keys keys;
    for (SimTill* till : world.tills()) {
        for (const std::string& line : till->acknowledged()) {
            const auto event = decode(line);
            if (!event) continue;
            if (const auto* chosen = std::get_if<PasswordChosen>(&event->body)) {
                auto& last = keys.passwords[chosen->member];
                last = std::max(last, std::pair{chosen->password.at_ms, chosen->password.hash});
            } else if (const auto* accessed = std::get_if<FileAccessed>(&event->body)) {
                ++keys.accesses[accessed->member];
            }
        }
    }
    return keys;
}

// Who is one with her by now was looked at in her file too.
std::int64_t looks_at_merged(database::Connection& reads, const Keys& keys, const MemberId& member)
{
    std::int64_t looks{0};
    database::Statement find{reads, "SELECT member FROM members WHERE merged_into = ?1"};
    find.bind(1, member.text);
    while (find.step()) {
        const auto at = keys.accesses.find({find.text(0)});
        looks += at == keys.accesses.end() ? 0 : at->second;
    }
    return looks;
}

} // namespace

Complaints keys_agree(World& world)
{
    Complaints complaints;
    Keys keys{keys_at_the_counters(world)};
    for (const MemberId& erased : erased_members(world.office())) {
        keys.passwords.erase(erased);
        keys.accesses.erase(erased);
    }
    database::Connection& reads{world.office().reads()};
    for (const auto& [member, last] : keys.passwords) {
        const auto at_office = office::password_of(reads, member);
        if (!at_office || at_office->hash != last.second) {
            complaints.push_back(fmt::format("the office has another password of {}", member.text));
        }
        for (SimTill* till : world.tills()) {
            const auto here = till->store().member_files().password(member);
            if (here && here->hash == last.second) continue;
            complaints.push_back(fmt::format("till {} has another password of {}", till->number(), member.text));
        }
    }
    for (const auto& [member, alone] : keys.accesses) {
        const std::int64_t times{alone + looks_at_merged(reads, keys, member)};
        const auto at_office = std::ssize(office::accesses_of(reads, member, many));
        if (at_office != times) {
            complaints.push_back(fmt::format("the office knows of {} looks into the file of {}, of {}", at_office,
                                             member.text, times));
        }
        for (SimTill* till : world.tills()) {
            const auto here = std::ssize(till->store().member_files().accesses(member, many));
            if (here == times) continue;
            complaints.push_back(fmt::format("till {} knows of {} looks into the file of {}, of {}", till->number(),
                                             here, member.text, times));
        }
    }
    return complaints;
}

Complaints the_erased_are_forgotten(World& world)
{
    Complaints complaints;
    database::Connection& reads{world.office().reads()};
    const Journal& journal{world.office().office().books().journal()};
    const auto erased = erased_members(world.office());
    std::vector<TillNumber> numbers;
    for (SimTill* till : world.tills()) numbers.push_back(till->number());
    const auto orders = orders_of_erased(journal, numbers);
    look_at_lines("the office", journal, erased, orders, complaints);
    for (SimTill* till : world.tills()) {
        look_at_lines(fmt::format("till {}", till->number()), till->store().books().journal(), erased, orders,
                      complaints);
    }
    for (const MemberId& member : erased) {
        const auto profile = office::profile_of(reads, member);
        const bool gone{(!profile || is_blank(*profile)) && office::notes_of(reads, member).empty() &&
                        office::consents_of(reads, member).empty() && !office::password_of(reads, member) &&
                        office::accesses_of(reads, member, many).empty() &&
                        office::complaints_of(reads, member).empty()};
        if (!gone) complaints.push_back(fmt::format("the office remembers {}, who was erased", member.text));
        for (SimTill* till : world.tills()) {
            const auto here = till->store().members().find(member.text);
            const MemberFileReader& files{till->store().member_files()};
            if ((!here || is_blank(*here)) && files.notes(member).empty() && files.consents(member).empty() &&
                !files.password(member) && files.accesses(member, many).empty() &&
                till->store().complaints().of_member(member).empty()) {
                continue;
            }
            complaints.push_back(fmt::format("till {} remembers {}, who was erased", till->number(), member.text));
        }
    }
    return complaints;
}

std::int64_t erased_of(World& world) { return std::ssize(erased_members(world.office())); }

} // namespace guitai::sim
