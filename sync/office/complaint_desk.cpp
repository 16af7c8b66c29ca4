#include "sync/office/complaint_desk.hpp"

#include "sync/complaints/tables.hpp"
#include "sync/events/person.hpp"
#include "sync/events/plain_code.hpp"
#include "sync/office/projections/items.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/projections/places.hpp"
#include "sync/office/projections/privacy.hpp"

#include <fmt/format.h>

namespace guitai::office {
namespace {

constexpr std::size_t once_max{20};

// Of complaints that were taken here; tills name theirs by their number.
ComplaintId own_complaint(const std::string& once) { return {fmt::format("C{}-{}", office_origin, once)}; }

Result<void> check(database::Connection& connection, const NewComplaint& wanted)
{
    if (!is_member(connection, wanted.member) || is_erased(connection, wanted.member)) {
        return refuse("member.not_found", wanted.member.text);
    }
    if (!is_plain_code(wanted.once, once_max)) return refuse("complaint.old_form");
    if (!wanted.sku.empty() && !is_listed(connection, wanted.sku)) {
        return refuse("complaint.unknown_sku", wanted.sku.text);
    }
    if (!wanted.store.empty() && !find_place(connection, wanted.store)) {
        return refuse("complaint.unknown_shop", wanted.store.text);
    }
    return check_complaint(wanted.about);
}

} // namespace

std::vector<Refusal> concerns_about_complaints(database::Connection& connection, const Event& event)
{
    const auto* opened = std::get_if<ComplaintOpened>(&event.body);
    if (opened == nullptr || is_member(connection, opened->member)) return {};
    return {{"member.unknown_here", fmt::format("a complaint of {}", opened->member.text)}};
}

void tell_complaints(Office& office, const database::Transaction& open, const Event& event)
{
    if (is_erased(office.connection(), person_of(event.body))) return; // Nobody knows her any more.
    if (const auto* opened = std::get_if<ComplaintOpened>(&event.body)) {
        office.say(open, ComplaintTold{opened->member, opened->complaint, event.origin, event.number});
    } else if (const auto* answered = std::get_if<ComplaintAnswered>(&event.body)) {
        office.say(open, ComplaintAnswerTold{answered->member, answered->complaint, answered->answer, event.origin,
                                             event.number});
    }
}

Result<void> open_complaint(Office& office, const database::Transaction& open, const NewComplaint& wanted)
{
    if (auto good = check(office.connection(), wanted); !good) return good;
    const Complaint complaint{own_complaint(wanted.once), wanted.matter, wanted.about, wanted.sku,
                              office.now_ms(), wanted.store, wanted.staff};
    if (complaints::find(office.connection(), complaint.complaint)) return {};
    office.say(open, ComplaintTold{wanted.member, complaint, office_origin, 0}, wanted.staff.text);
    return {};
}

Result<void> answer_complaint(Office& office, const database::Transaction& open, const ComplaintId& complaint,
                              ComplaintDuty duty, const std::string& words, const StaffName& staff)
{
    const auto known = complaints::find(office.connection(), complaint);
    if (!known) return refuse("complaint.not_found", complaint.text);
    const std::string last{complaints::last_words_of(office.connection(), staff)};
    if (auto good = check_answer(*known, duty, words, last); !good) return good;
    const ComplaintAnswer answer{duty, words, office.now_ms(), {}, staff};
    office.say(open, ComplaintAnswerTold{known->member, complaint, answer, office_origin, 0}, staff.text);
    return {};
}

} // namespace guitai::office
