// Members' complaints and what was done for them.
#pragma once

#include "sync/events/complaint.hpp"
#include "sync/events/event.hpp"
#include "sync/office/projections/projection.hpp"

#include <string_view>
#include <vector>

namespace guitai::office {

class ComplaintCases final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override { return {"complaints", "complaint_answers"}; }

private:
    void fold(database::Connection& connection, const Event& event) override;
};

// Under all her numbers, the oldest first; closed ones too.
[[nodiscard]] std::vector<ComplaintCase> complaints_of(database::Connection& connection, const MemberId& member);

} // namespace guitai::office
