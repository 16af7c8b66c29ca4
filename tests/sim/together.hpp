// Who belongs together in the simulated chain, as its head office says now: for oracles that compare what was done
// under one number with what is seen under another.
#pragma once

#include "sync/database/database.hpp"
#include "sync/events/ids.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace guitai::sim {

class HeadOffice;

// All who ever shared a purse or were one person: within such a company points may have gone from one to another.
class Companies {
public:
    explicit Companies(HeadOffice& office);

    // The same name for all of one company.
    [[nodiscard]] std::string of(const MemberId& member) const;
    // `member` was merged, or somebody into her, at some time.
    [[nodiscard]] bool was_merged(const MemberId& member) const { return m_merged.contains(member.text); }

    template<typename Value>
    [[nodiscard]] std::map<std::string, Value> sums(const std::map<MemberId, Value>& by_member) const
    {
        std::map<std::string, Value> sums;
        for (const auto& [member, value] : by_member) sums[of(member)] += value;
        return sums;
    }

private:
    void join(const std::string& one, const std::string& other);

    std::map<std::string, std::string> m_up;
    std::set<std::string> m_merged;
};

// How often, as the office's journal says.
struct Ties {
    std::int64_t merged{0}, parted{0}, joined{0}, left{0};
};
[[nodiscard]] Ties ties_of(HeadOffice& office);

// Of whom nothing is kept but her number, as the office's journal says.
[[nodiscard]] std::set<MemberId> erased_members(HeadOffice& office);

// The numbers that are kept: one of each person.
[[nodiscard]] std::vector<MemberId> persons(database::Connection& reads);

} // namespace guitai::sim
