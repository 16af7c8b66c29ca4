// What members complained of: the same at every counter and at the head office, and no promise is lost that was made
// at one of them.
#include "tests/sim/oracles.hpp"

#include "sync/office/projections/complaint_cases.hpp"
#include "tests/sim/together.hpp"
#include "tests/sim/world.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace guitai::sim {
namespace {

// Out of the tills' own journals.
struct Said {
    std::map<ComplaintId, MemberId> opened;
    std::map<std::pair<ComplaintId, ComplaintDuty>, std::int64_t> answered; // When it was first done.
};

Said said_at_the_counters(World& world)
{
    Said said;
    for (SimTill* till : world.tills()) {
        for (const std::string& line : till->acknowledged()) {
            const auto event = decode(line);
            if (!event) continue;
            if (const auto* opened = std::get_if<ComplaintOpened>(&event->body)) {
                said.opened.emplace(opened->complaint.complaint, opened->member);
            } else if (const auto* one = std::get_if<ComplaintAnswered>(&event->body)) {
                const auto [known, is_new] = said.answered.emplace(std::pair{one->complaint, one->answer.duty},
                                                                   one->answer.at_ms);
                if (!is_new) known->second = std::min(known->second, one->answer.at_ms);
            }
        }
    }
    return said;
}

bool same(const std::vector<ComplaintCase>& one, const std::vector<ComplaintCase>& other)
{
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                      [](const ComplaintCase& a, const ComplaintCase& b) {
                          return a.complaint == b.complaint && a.answers == b.answers;
                      });
}

} // namespace

Complaints complaints_agree(World& world)
{
    Complaints complaints;
    std::map<ComplaintId, ComplaintCase> kept;
    for (const MemberId& member : persons(world.office().reads())) {
        const auto there = office::complaints_of(world.office().reads(), member);
        for (const ComplaintCase& one : there) kept.emplace(one.complaint.complaint, one);
        for (SimTill* till : world.tills()) {
            if (same(till->store().complaints().of_member(member), there)) continue;
            complaints.push_back(fmt::format("till {} has other complaints of {}", till->number(), member.text));
        }
    }
    const Said said{said_at_the_counters(world)};
    const auto erased = erased_members(world.office());
    for (const auto& [complaint, member] : said.opened) {
        if (!kept.contains(complaint) && !erased.contains(member)) {
            complaints.push_back(fmt::format("the complaint {} of {} is lost", complaint.text, member.text));
        }
    }
    for (const auto& [what, at_ms] : said.answered) {
        const auto known = kept.find(what.first);
        if (known == kept.end()) continue; // Hers who was erased, or lost: said above.
        const ComplaintAnswer* const answer{known->second.answer_to(what.second)};
        if (answer != nullptr && answer->at_ms <= at_ms) continue;
        complaints.push_back(fmt::format("what was done about {} is lost: {}", what.first.text,
                                         word_of(what.second)));
    }
    return complaints;
}

} // namespace guitai::sim
