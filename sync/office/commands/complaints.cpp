#include "sync/office/commands/complaints.hpp"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <utility>

namespace guitai::office {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 32> sentences{{
    {"audience.bad_channel", "no such channel is known: sms, wechat, phone, email or post"},
    {"audience.bad_purpose", "no such purpose is known: offers, greetings, surveys or partners"},
    {"benefits.no_coupon", "this promotion takes no coupons; give a promotion that does"},
    {"benefits.no_promotion", "no such promotion is in force; import it first"},
    {"carrier.bad_name", "a carrier has a name of 60 bytes at most"},
    {"carrier.unknown_adapter", "no such adapter is known: standard"},
    {"webhook.bad_url", "this is no address; it begins with http:// or https://"},
    {"webhook.too_many", "fifty programs are told already; drop one first"},
    {"webhook.unknown", "no such webhook; webhooks prints them"},
    {"erasure.done_already", "this member was erased before"},
    {"erasure.open_orders", "this order is still under way; erase after it has arrived or was given up"},
    {"password.none", "this member has chosen no password"},
    {"staff.too_many_executives", "a chain names at most three who read members' files as a whole"},
    {"document.unreadable", "here it is no JSON any more; mend the file and import it again"},
    {"document.repeated_key", "this name stands twice in one object; take one of them out"},
    {"document.too_large", "this file is larger than a promotion form may be; split the promotions"},
    {"promotion.bad_value", "this value cannot be; the README says what may stand here"},
    {"promotion.missing_field", "this field is missing"},
    {"promotion.unknown_field", "no such field is known; look at its spelling"},
    {"promotion.unknown_kind", "no such kind of promotion is known; look at its spelling"},
    {"promotion.unknown_class", "no such class is known; look at its spelling"},
    {"promotion.not_a_form", "this is no promotion form; its \"format\" says what it is"},
    {"promotion.newer_version", "a newer program wrote this form; update this one first"},
    {"promotion.no_such_coupon", "no promotion of this form is that coupon"},
    {"promotion.repeated_id", "this id stands twice; each promotion needs its own"},
    {"promotion.too_many", "there are more than a form may hold; leave out those that are over"},
    {"office.not_recovering", "these books wait for no till"},
    {"till.has_reported", "this till has reported already; nothing has to be given up"},
    {"witness.other_office", "this witness is of another office; give each its own with --witness"},
    {"rules.bad_value", "this value cannot be; the README says what may stand here"},
    {"rules.unknown_field", "no such rule is known; look at its spelling"},
    {"rules.unreadable", "the file is no JSON object of rules"},
}};

constexpr std::string_view sqlite{"sqlite:"};

// For a code whose detail only names the place; empty where the detail says it all.
std::string_view what_is_wrong(std::string_view code)
{
    for (const auto& [known, sentence] : sentences) {
        if (known == code) return sentence;
    }
    return {};
}

} // namespace

std::string complaint_of(const Refusal& why)
{
    const std::string_view wrong{what_is_wrong(why.code)};
    if (!wrong.empty()) {
        return why.detail.empty() ? fmt::format("{} ({})", wrong, why.code)
                                  : fmt::format("{}: {} ({})", why.detail, wrong, why.code);
    }
    return fmt::format("{} ({})", why.detail.empty() ? why.code : why.detail, why.code);
}

std::string complaint_of(const database::DatabaseError& broken, std::string_view database)
{
    // The address of another database may hold a password.
    const std::string_view where{database.starts_with(sqlite) ? database : "the database"};
    switch (broken.fault) {
    case database::Fault::full:
        return fmt::format("{}: the disk is full; make room and do it again, nothing was changed", where);
    case database::Fault::busy:
        return fmt::format("{}: another program is writing to it; wait until it is done and try again", where);
    case database::Fault::corrupt:
        return fmt::format("{}: this is no database of ours, or it is damaged; guitai-office verify tells more ({})",
                           where, broken.what());
    default: return fmt::format("{}: {}", where, broken.what());
    }
}

Result<void> must_have_books(const std::string& database)
{
    if (!database.starts_with(sqlite)) return {};
    const std::string path{database.substr(sqlite.size(), database.find('?') - sqlite.size())};
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored)) return {};
    return refuse("office.no_books", fmt::format("{}: there are no books here; look at the path, or begin with "
                                                 "guitai-office add-store", database));
}

} // namespace guitai::office
