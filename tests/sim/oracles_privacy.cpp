// Members' keys: one password everywhere, and a log in which nobody who looked is missing.
#include "tests/sim/oracles.hpp"

#include "sync/office/projections/privacy.hpp"
#include "tests/sim/world.hpp"

#include <fmt/format.h>

#include <map>
#include <utility>

namespace guitai::sim {
namespace {

constexpr std::int64_t many{100'000};

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
    const Keys keys{keys_at_the_counters(world)};
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

} // namespace guitai::sim
