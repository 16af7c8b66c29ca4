// What the till needs from the world to know of members' complaints.
#pragma once

#include "sync/events/complaint.hpp"

#include <optional>
#include <string>
#include <vector>

namespace guitai {

class ComplaintReader {
public:
    virtual ~ComplaintReader() = default;
    // Under all her numbers, the oldest first; closed ones too.
    [[nodiscard]] virtual std::vector<ComplaintCase> of_member(const MemberId& member) const = 0;
    // Those of a shop that are not closed, the oldest first.
    [[nodiscard]] virtual std::vector<ComplaintCase> open_at(const PlaceCode& store) const = 0;
    [[nodiscard]] virtual std::optional<ComplaintCase> find(const ComplaintId& complaint) const = 0;
    // What that person wrote last as an answer; empty: nothing yet.
    [[nodiscard]] virtual std::string last_words_of(const StaffName& staff) const = 0;
};

} // namespace guitai
