#include "terminal/app/complaints.hpp"

#include "terminal/app/counter_payment.hpp"
#include "terminal/app/member_file.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"
#include "terminal/domain/columns.hpp"

#include <algorithm>

namespace guitai {
namespace {

constexpr std::size_t named_columns_max{64}; // Of what is named in a refusal.

ComplaintView view_of(const Desk& desk, ComplaintCase one)
{
    ComplaintView view;
    if (const auto profile = desk.ports.members.find(one.member.text)) {
        view.member_name = profile->name;
        view.form_of_address = profile->form_of_address;
    }
    if (const auto goods = desk.ports.catalogue.find(one.complaint.sku)) {
        view.goods = goods->name;
        view.goods_en = goods->name_en;
    }
    view.next = next_duty(one);
    view.late = view.next && is_late(view.next->due_at_ms, desk.now_ms());
    view.what = std::move(one);
    return view;
}

// What is due first comes first.
void put_in_order(std::vector<ComplaintView>& complaints)
{
    std::stable_sort(complaints.begin(), complaints.end(), [](const ComplaintView& a, const ComplaintView& b) {
        if (a.next && b.next) return a.next->due_at_ms < b.next->due_at_ms;
        if (a.next || b.next) return a.next.has_value();
        return a.what.complaint.opened_at_ms > b.what.complaint.opened_at_ms;
    });
}

std::vector<ComplaintView> views_of(const Desk& desk, std::vector<ComplaintCase> cases)
{
    std::vector<ComplaintView> complaints;
    for (ComplaintCase& one : cases) complaints.push_back(view_of(desk, std::move(one)));
    put_in_order(complaints);
    return complaints;
}

std::int64_t end_of_today(const Desk& desk)
{
    constexpr std::int64_t minute_ms{60'000};
    constexpr std::int64_t day_ms{24 * 60 * minute_ms};
    const std::int64_t offset{desk.state.view.shop.utc_offset_minutes * minute_ms};
    return ((desk.now_ms() + offset) / day_ms + 1) * day_ms - offset;
}

void list_complaints(Desk& desk)
{
    const PlaceCode& store{desk.state.view.shop.store};
    desk.state.view.complaints = views_of(desk, desk.ports.complaints->open_at(store));
}

} // namespace

std::vector<ComplaintView> complaints_of(const Desk& desk, const MemberId& member)
{
    if (desk.ports.complaints == nullptr) return {};
    return views_of(desk, desk.ports.complaints->of_member(member));
}

DutyCount duties_today(const Desk& desk)
{
    DutyCount count;
    if (desk.ports.complaints == nullptr) return count;
    for (const ComplaintCase& one : desk.ports.complaints->open_at(desk.state.view.shop.store)) {
        count += duties_until(one, desk.now_ms(), end_of_today(desk));
    }
    return count;
}

Result<void> perform(Desk& desk, const OpenComplaint& command)
{
    const auto profile = customer_of(desk, command.phone_or_card, "member.not_attached");
    if (!profile) return refuse(profile.error());
    if (desk.ports.complaints == nullptr) return refuse("complaint.not_kept");
    if (auto good = check_complaint(command.about); !good) return good;
    const bool is_known{command.sku.empty() || desk.ports.catalogue.find(command.sku)};
    if (!is_known) return refuse("cart.unknown_sku", cut_to(command.sku.text, named_columns_max));

    ComplaintOpened opened;
    opened.member = profile->member;
    Complaint& complaint{opened.complaint};
    complaint.complaint = make_complaint_id(desk.state.view.shop.till, desk.ports.days.counts().complaints + 1);
    complaint.matter = command.matter;
    complaint.about = command.about;
    complaint.sku = command.sku;
    complaint.opened_at_ms = desk.now_ms();
    complaint.store = desk.state.view.shop.store;
    complaint.staff = desk.staff();
    desk.write({std::move(opened)});
    list_complaints(desk);
    show_her(desk, profile->member);
    return {};
}

Result<void> perform(Desk& desk, const AnswerComplaint& command)
{
    const auto known = desk.ports.complaints == nullptr ? std::nullopt
                                                        : desk.ports.complaints->find(command.complaint);
    if (!known) return refuse("complaint.not_found", cut_to(command.complaint.text, named_columns_max));
    const std::string last{desk.ports.complaints->last_words_of(desk.staff())};
    if (auto good = check_answer(*known, command.duty, command.words, last); !good) return good;

    ComplaintAnswered answered;
    answered.member = known->member;
    answered.complaint = command.complaint;
    answered.answer = {command.duty, command.words, desk.now_ms(), desk.state.view.shop.store, desk.staff()};
    desk.write({std::move(answered)});
    list_complaints(desk);
    show_her(desk, known->member);
    return {};
}

Result<void> perform(Desk& desk, const ListComplaints&)
{
    if (desk.ports.complaints == nullptr) return {};
    list_complaints(desk);
    show_members(desk);
    return {};
}

} // namespace guitai
