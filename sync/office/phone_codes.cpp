#include "sync/office/phone_codes.hpp"

#include "sync/office/crypto.hpp"
#include "sync/office/lasting_fact.hpp"
#include "sync/office/projections/people.hpp"
#include "sync/office/projections/phone_codes.hpp"
#include "sync/office/projections/trade.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::office {
namespace {

constexpr std::size_t secret_bytes{32};
constexpr std::size_t reason_bytes_max{200};

// Every till's key is worked out of this one, which never leaves this database.
std::string office_secret(Office& office)
{
    return lasting_fact(office.connection(), office.chance(), "phone_secret", secret_bytes);
}

std::string key_for(Office& office, const TillEnrolled& till)
{
    return derived_key(office_secret(office), fmt::format("guitai.phone.1|{}|{}", till.till, till.public_key));
}

Result<void> check_right(Office& office, const TillEnrolled& till, const PhonePerson& person)
{
    const bool their_shop{person.store.empty() || person.store == till.store};
    if (!may_answer_phone(person.role) || !their_shop) return refuse("phone.no_right");
    const auto rules = find_rules(office.connection(), till.store);
    if (!rules) return {};
    const auto limit = std::find_if(rules->limits.begin(), rules->limits.end(),
                                    [&](const RoleLimit& one) { return one.role == person.role; });
    if (limit != rules->limits.end() && !limit->may_vouch) return refuse("phone.no_right");
    return {};
}

} // namespace

void share_phone_key(Office& office, const database::Transaction& open, TillNumber number)
{
    const auto till = find_till(office.connection(), number);
    if (!till || shares_phone_key(office.connection(), number)) return;
    const auto sealed = sealed_for(office.chance(), till->public_key, key_for(office, *till));
    if (sealed) office.say(open, PhoneKeySet{number, *sealed});
}

std::optional<PhoneMac> signed_for_till(Office& office, TillNumber number, std::string_view text)
{
    const auto till = find_till(office.connection(), number);
    if (!till || !shares_phone_key(office.connection(), number)) return std::nullopt;
    return mac_of(key_for(office, *till), text);
}

bool may_answer_phone(Role role) { return role == Role::owner || role == Role::office || role == Role::executive; }

Result<std::string> answer_call(Office& office, const database::Transaction& open, const PhoneCall& call,
                                const PhonePerson& person)
{
    const auto till = find_till(office.connection(), call.till);
    if (!till) return refuse("phone.unknown_till");
    if (auto right = check_right(office, *till, person); !right) return refuse(right.error());
    if (!shares_phone_key(office.connection(), call.till)) return refuse("phone.no_key");
    if (call.reason.empty() || call.reason.size() > reason_bytes_max) return refuse("phone.needs_reason");
    const std::string request{typed_digits(call.request)};
    if (request.size() != phone_request_digits) return refuse("phone.does_not_fit");
    const PhoneQuestion question{call.till, call.action, call.ticket, call.amount,
                                 request.substr(0, phone_nonce_digits)};
    const std::string key{key_for(office, *till)};
    if (phone_request(question, mac_of(key, signed_request(question))) != request) {
        return refuse("phone.does_not_fit");
    }
    office.say(open,
               PhoneCodeGiven{call.till, request, call.action, std::to_string(call.ticket), call.amount, person.name,
                              call.reason},
               person.name.text);
    return digits_of(mac_of(key, signed_grant(question)), phone_code_digits);
}

} // namespace guitai::office
