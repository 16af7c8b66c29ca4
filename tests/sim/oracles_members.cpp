// The member's file: every till and the head office keep the same of her, and it is what was said at the counters.
#include "tests/sim/oracles.hpp"

#include "sync/office/projections/member_files.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/projections/orders.hpp"
#include "tests/sim/together.hpp"
#include "tests/sim/world.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace guitai::sim {
namespace {

using PartOf = std::pair<MemberId, ProfilePart>;

// Out of the tills' own journals, in the simulator's own words.
struct Said {
    std::map<MemberId, std::set<std::string>> notes;
    std::set<std::string> dropped;
    std::map<PartOf, std::map<TillNumber, std::string>> last_words; // Of each till: any of them may have come last.
    std::map<MemberId, std::pair<std::int64_t, ConsentAnswer>> consents; // One purpose and channel is asked for.
};

bool is_later(std::pair<std::int64_t, ConsentAnswer> one, std::pair<std::int64_t, ConsentAnswer> known)
{
    constexpr std::array<int, 5> sends{1, 2, 3, 4, 0}; // none, asked, yes, confirmed, no
    const auto weight = [&](ConsentAnswer answer) { return sends[static_cast<std::size_t>(answer)]; };
    return one.first != known.first ? one.first > known.first : weight(one.second) < weight(known.second);
}

void hear(Said& said, TillNumber till, const EventBody& body)
{
    if (const auto* noted = std::get_if<MemberNoted>(&body)) {
        said.notes[noted->member].insert(noted->note.note.text);
        if (noted->dropped) said.dropped.insert(noted->note.note.text);
    } else if (const auto* corrected = std::get_if<MemberCorrected>(&body)) {
        said.last_words[{corrected->member, corrected->part}][till] = corrected->value;
    } else if (const auto* given = std::get_if<ConsentGiven>(&body)) {
        const std::pair one{given->consent.at_ms, given->consent.answer};
        const auto [known, is_new] = said.consents.emplace(given->member, one);
        if (!is_new && is_later(one, known->second)) known->second = one;
    }
}

Said said_at_the_counters(World& world)
{
    Said said;
    for (SimTill* till : world.tills()) {
        for (const std::string& line : till->acknowledged()) {
            if (const auto event = decode(line)) hear(said, till->number(), event->body);
        }
    }
    return said;
}

void forget(Said& said, const std::set<MemberId>& erased)
{
    for (const MemberId& member : erased) {
        said.notes.erase(member);
        said.consents.erase(member);
    }
    std::erase_if(said.last_words, [&](const auto& one) { return erased.contains(one.first.first); });
}

std::set<std::string> ids_of(const std::vector<MemberNote>& notes)
{
    std::set<std::string> ids;
    for (const MemberNote& note : notes) ids.insert(note.note.text);
    return ids;
}

// What was said under any number is of the person.
template<typename Value, typename Add>
std::map<MemberId, Value> of_persons(World& world, const std::map<MemberId, Value>& by_number, const Add& add)
{
    std::map<MemberId, Value> by_person;
    for (const auto& [member, value] : by_number) {
        const auto kept = office::find_member(world.office().reads(), member.text);
        const auto [known, is_new] = by_person.emplace(kept ? kept->member : member, value);
        if (!is_new) add(known->second, value);
    }
    return by_person;
}

void compare_notes(World& world, const Said& said, Complaints& complaints)
{
    const Companies companies{world.office()};
    const auto notes = of_persons(world, said.notes, [](auto& all, const auto& more) {
        all.insert(more.begin(), more.end());
    });
    for (const auto& [member, noted] : notes) {
        std::set<std::string> due;
        std::set_difference(noted.begin(), noted.end(), said.dropped.begin(), said.dropped.end(),
                            std::inserter(due, due.end()));
        const auto there = ids_of(office::notes_of(world.office().reads(), member));
        // What was dropped under one number while two were one is not dropped under the other when they part.
        if (companies.was_merged(member)) due = there;
        if (there != due) {
            complaints.push_back(fmt::format("the office has other notes of {} than the counters", member.text));
        }
        for (SimTill* till : world.tills()) {
            if (ids_of(till->store().member_files().notes(member)) == due) continue;
            complaints.push_back(fmt::format("till {} has other notes of {}", till->number(), member.text));
        }
    }
}

std::string word_for(const MemberProfile& profile, ProfilePart part)
{
    switch (part) {
    case ProfilePart::usual_size: return profile.usual_size;
    case ProfilePart::birthday: return profile.birthday;
    case ProfilePart::note: return profile.note;
    case ProfilePart::monthly_use: return profile.monthly_use;
    default: return profile.form_of_address;
    }
}

void compare_profiles(World& world, const Said& said, Complaints& complaints)
{
    const Companies companies{world.office()};
    for (const auto& [what, words] : said.last_words) {
        const auto& [member, part] = what;
        const auto kept = office::find_member(world.office().reads(), member.text);
        const std::string word{kept ? word_for(*kept, part) : "nothing"};
        const bool was_said{std::any_of(words.begin(), words.end(),
                                        [&](const auto& one) { return one.second == word; })};
        // What was not known of the one number came from the other.
        if (!was_said && !companies.was_merged(member)) {
            complaints.push_back(fmt::format("the office has {} '{}' of {}, which no till said last", word_of(part),
                                             word, member.text));
        }
        for (SimTill* till : world.tills()) {
            const auto here = till->store().members().find(member.text);
            if (here && word_for(*here, part) == word) continue;
            complaints.push_back(fmt::format("till {} has {} '{}' of {}, the office '{}'", till->number(),
                                             word_of(part), here ? word_for(*here, part) : "nothing", member.text,
                                             word));
        }
    }
}

void compare_consents(World& world, const Said& said, Complaints& complaints)
{
    const auto consents = of_persons(world, said.consents, [](auto& known, const auto& one) {
        if (is_later(one, known)) known = one;
    });
    for (const auto& [member, due] : consents) {
        const auto at_office = office::consents_of(world.office().reads(), member);
        if (at_office.size() != 1 || at_office.front().consent.answer != due.second) {
            complaints.push_back(fmt::format("the office has another consent of {}", member.text));
        }
        for (SimTill* till : world.tills()) {
            const auto here = till->store().member_files().consents(member);
            if (here.size() == 1 && here.front().answer == due.second && here.front().at_ms == due.first) continue;
            complaints.push_back(fmt::format("till {} has another consent of {}", till->number(), member.text));
        }
    }
}

std::int64_t sum_of(const std::vector<TierEarning>& earnings)
{
    std::int64_t points{0};
    for (const TierEarning& one : earnings) points += one.points;
    return points;
}

} // namespace

Complaints member_files_agree(World& world)
{
    Complaints complaints;
    Said said{said_at_the_counters(world)};
    forget(said, erased_members(world.office()));
    compare_notes(world, said, complaints);
    compare_profiles(world, said, complaints);
    compare_consents(world, said, complaints);
    return complaints;
}

Complaints tiers_agree(World& world)
{
    Complaints complaints;
    database::Connection& reads{world.office().reads()};
    auto earned = world.tally().earned;
    for (const auto& [id, order] : world.tally().orders) {
        const auto row = office::find_order(reads, id);
        if (row && is_with_customer(row->state) && !order.member.empty()) earned[order.member] += order.points;
    }
    const std::string today{iso_date(world.now_ms(), utc_offset_minutes)};
    const Companies companies{world.office()};
    std::map<std::string, std::map<TillNumber, std::int64_t>> counted;
    for (const MemberId& member : persons(reads)) {
        const auto profile = office::find_member(reads, member.text);
        const auto standing = office::standing_of(reads, *profile, today);
        for (SimTill* till : world.tills()) {
            const MemberFileReader& files{till->store().member_files()};
            const auto earnings = files.earnings(member);
            counted[companies.of(member)][till->number()] += sum_of(earnings);
            if (tier_standing(files.tiers(), earnings, {}, today) == standing) continue;
            complaints.push_back(fmt::format("till {} has {} in another tier than the office", till->number(),
                                             member.text));
        }
    }
    for (const auto& [company, points] : companies.sums(earned)) {
        for (const auto& [till, here] : counted[company]) {
            if (here == points) continue;
            complaints.push_back(fmt::format("till {} counts {} points of {} for her tier, of {}", till, here, company,
                                             points));
        }
    }
    return complaints;
}

} // namespace guitai::sim
