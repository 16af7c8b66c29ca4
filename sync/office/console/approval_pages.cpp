#include "sync/office/console/approval_pages.hpp"

#include "sync/events/override_action.hpp"
#include "sync/office/console/order_rows.hpp"
#include "sync/office/projections/people.hpp"
#include "sync/office/projections/phone_codes.hpp"

#include <fmt/format.h>

namespace guitai::office {
namespace {

constexpr int codes_shown{50};
constexpr std::int64_t tickets_max{1'000'000'000};

void add_form(const PageMaker& maker, const Form& asked, PageData& page)
{
    for (const char* name : {"request", "ticket", "amount", "reason"}) page.set(name, field_of(asked, name));
    const std::string till{field_of(asked, "till")};
    for (const TillEnrolled& one : all_tills(maker.reads)) {
        if (!maker.store.empty() && maker.store != one.store) continue;
        const std::string number{std::to_string(one.till)};
        page.add("tills").set("till", number).set("store", one.store.text).when("here", number == till);
    }
    const std::string action{field_of(asked, "action")};
    for (const std::string_view one : override_action::all) {
        page.add("actions")
            .set("action", std::string{one})
            .set("name", word_or_itself(maker, "override.", std::string{one}))
            .when("here", one == action);
    }
}

void add_given(const PageMaker& maker, PageData& page)
{
    const auto rows = latest_phone_codes(maker.reads, maker.store, codes_shown);
    page.when("any_given", !rows.empty());
    for (const PhoneCodeRow& row : rows) {
        page.add("given")
            .set("when", moment(row.at_ms))
            .set("store", row.store.text)
            .set("till", std::to_string(row.given.till))
            .set("request", grouped(row.given.request))
            .set("what", word_or_itself(maker, "override.", row.given.action))
            .set("ticket", row.given.subject)
            .set("amount", text_of(row.given.amount))
            .set("by", row.given.given_by.text)
            .set("reason", row.given.reason);
    }
}

} // namespace

PageData approvals_page(const PageMaker& maker, const Form& asked)
{
    PageData page;
    add_form(maker, asked, page);
    add_given(maker, page);
    return page;
}

PageData approvals_page(const PageMaker& maker) { return approvals_page(maker, {}); }

Result<PhoneCall> call_in(const Form& form)
{
    PhoneCall call;
    const auto till = whole_number(field_of(form, "till"));
    if (!till || *till < 1) return refuse("phone.bad_field", "till");
    const auto ticket = whole_number(field_of(form, "ticket"));
    if (!ticket || *ticket < 0 || *ticket > tickets_max) return refuse("phone.bad_field", "ticket");
    const auto amount = parse_money(field_of(form, "amount"));
    if (!amount) return refuse("phone.bad_field", "amount");
    call.till = *till;
    call.ticket = *ticket;
    call.amount = *amount;
    call.request = field_of(form, "request");
    call.action = field_of(form, "action");
    call.reason = field_of(form, "reason");
    return call;
}

std::string grouped(const std::string& digits)
{
    constexpr std::size_t group{4};
    std::string text;
    for (std::size_t at{0}; at < digits.size(); ++at) {
        if (at > 0 && at % group == 0) text += ' ';
        text += digits[at];
    }
    return text;
}

} // namespace guitai::office
