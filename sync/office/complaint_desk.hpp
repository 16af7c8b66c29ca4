// Complaints at the head office: those that tills took are told to all the others, and people here take and answer
// them too.
#pragma once

#include "sync/events/complaint.hpp"
#include "sync/office/office.hpp"

#include <string>
#include <vector>

namespace guitai::office {

// What people should look at: a complaint of somebody nobody knows.
[[nodiscard]] std::vector<Refusal> concerns_about_complaints(database::Connection& connection, const Event& event);

void tell_complaints(Office& office, const database::Transaction& open, const Event& event);

struct NewComplaint {
    MemberId member;
    ComplaintMatter matter{ComplaintMatter::goods};
    std::string about;
    Sku sku;         // Empty: nothing that was bought.
    PlaceCode store; // Whose it is to see to; empty: the head office's.
    std::string once; // Of the form: sent again, nothing happens.
    StaffName staff;
};
// Refuses member.not_found, complaint.unknown_sku, complaint.unknown_shop, complaint.old_form where `once` is no plain
// code, and what check_complaint() does.
[[nodiscard]] Result<void> open_complaint(Office& office, const database::Transaction& open,
                                          const NewComplaint& wanted);

// Refuses complaint.not_found, and what check_answer() does.
[[nodiscard]] Result<void> answer_complaint(Office& office, const database::Transaction& open,
                                            const ComplaintId& complaint, ComplaintDuty duty, const std::string& words,
                                            const StaffName& staff);

} // namespace guitai::office
