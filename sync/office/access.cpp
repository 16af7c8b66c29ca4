#include "sync/office/access.hpp"

#include "sync/office/crypto.hpp"
#include "sync/office/phone_codes.hpp"
#include "sync/office/projections/histories.hpp"
#include "sync/office/projections/people.hpp"
#include "sync/office/projections/places.hpp"
#include "sync/office/projections/stored.hpp"
#include "sync/office/stored_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace guitai::office {
namespace {

constexpr std::size_t token_bytes{24};

// People type codes as they like: small letters, spaces and dashes between.
std::string typed(std::string_view code)
{
    std::string letters;
    for (const char letter : code) {
        if (std::isalnum(static_cast<unsigned char>(letter))) {
            letters += static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
        }
    }
    return letters;
}

// Never one that books put back to an older copy forgot they had given.
TillNumber next_till(database::Connection& connection)
{
    return last_till(connection) + 1;
}

Result<Enrolled> enrolled_as(Office& office, TillNumber till)
{
    const auto known = find_till(office.connection(), till);
    if (!known) return refuse("enrol.wrong_code", fmt::format("till {} is not in the books", till));
    const auto store = find_place(office.connection(), known->store);
    return Enrolled{till, known->store, store ? store->name : std::string{}, office.name(), known->test};
}

} // namespace

Result<std::string> make_enrol_code(Office& office, const database::Transaction& /*open*/, const PlaceCode& store)
{
    const auto place = find_place(office.connection(), store);
    if (!place) return refuse("store.unknown", fmt::format("no store {}", store.text));
    if (place->place_kind != PlaceKind::shop) {
        return refuse("store.not_a_shop", fmt::format("{} is a warehouse and has no till", store.text));
    }
    std::string code{random_code(office.chance(), enrol_code_length)};
    database::Statement{office.connection(), "INSERT INTO enrol_codes (code_hash, store, expires_at_ms, public_key,"
                                             " till) VALUES (?1, ?2, ?3, '', 0)"}
        .bind(1, hash_of(code))
        .bind(2, store.text)
        .bind(3, office.now_ms() + enrol_code_valid_ms)
        .run();
    return code;
}

Result<Enrolled> enrol(Office& office, const database::Transaction& open, std::string_view code,
                       std::string_view public_key)
{
    if (!is_public_key(public_key)) return refuse("enrol.bad_key", "public_key is not 64 hex digits");
    std::string key{public_key};
    std::transform(key.begin(), key.end(), key.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });

    database::Connection& connection{office.connection()};
    const std::string hash{hash_of(typed(code))};
    database::Statement find{connection, "SELECT store, expires_at_ms, public_key, till FROM enrol_codes"
                                         " WHERE code_hash = ?1"};
    find.bind(1, hash);
    if (!find.step()) return refuse("enrol.wrong_code", "no such code");
    const PlaceCode store{find.text(0)};
    const std::string used_by{find.text(2)};
    if (used_by == key) return enrolled_as(office, find.integer(3));
    if (!used_by.empty()) return refuse("enrol.code_used", "this code has enrolled another till");
    if (find.integer(1) < office.now_ms()) return refuse("enrol.wrong_code", "this code is too old");

    const auto place = find_place(connection, store);
    if (!place) return refuse("enrol.wrong_code", "the store of this code is gone");
    // Under the journal's lock, so that two processes never give one number to two tills.
    office.books().journal().lock(open);
    const TillNumber till{next_till(connection)};
    office.say(open, TillEnrolled{till, store, key, place->test});
    database::Statement{connection, "UPDATE enrol_codes SET public_key = ?2, till = ?3 WHERE code_hash = ?1"}
        .bind(1, hash)
        .bind(2, key)
        .bind(3, till)
        .run();
    heard_from(office, open, till);
    share_phone_key(office, open, till);
    share_gift_key(office, open, till);
    return enrolled_as(office, till);
}

std::string make_token(Office& office, const database::Transaction& /*open*/, Role role, std::string_view label)
{
    std::string token{random_hex(office.chance(), token_bytes)};
    database::Statement{office.connection(),
                        "INSERT INTO tokens (token_hash, role, label, made_at_ms) VALUES (?1, ?2, ?3, ?4)"}
        .bind(1, hash_of(token))
        .bind(2, word_of(role))
        .bind(3, label)
        .bind(4, office.now_ms())
        .run();
    return token;
}

std::optional<TokenHolder> find_token(database::Connection& connection, std::string_view token)
{
    database::Statement find{connection, "SELECT role, label FROM tokens WHERE token_hash = ?1"};
    find.bind(1, hash_of(token));
    if (!find.step()) return std::nullopt;
    TokenHolder holder;
    holder.role = stored_word<Role>(find.text(0));
    holder.label = find.text(1);
    return holder;
}

Result<void> check_till(database::Connection& connection, TillNumber till)
{
    if (!find_till(connection, till)) return refuse("till.unknown", fmt::format("no till {}", till));
    const TillContact contact{contact_of(connection, till)};
    if (contact.set_aside) return refuse("till.set_aside", contact.reason);
    return {};
}

void set_till_aside(Office& office, const database::Transaction& /*open*/, TillNumber till, std::string_view reason)
{
    database::Statement{office.connection(),
                        "INSERT INTO till_contacts (till, heard_at_ms, set_aside, reason) VALUES (?1, ?2, 1, ?3)"
                        " ON CONFLICT (till) DO UPDATE SET set_aside = 1, reason = excluded.reason"}
        .bind(1, till)
        .bind(2, office.now_ms())
        .bind(3, reason)
        .run();
}

void heard_from(Office& office, const database::Transaction& /*open*/, TillNumber till)
{
    database::Statement{office.connection(),
                        "INSERT INTO till_contacts (till, heard_at_ms, set_aside, reason) VALUES (?1, ?2, 0, '')"
                        " ON CONFLICT (till) DO UPDATE SET heard_at_ms = excluded.heard_at_ms"}
        .bind(1, till)
        .bind(2, office.now_ms())
        .run();
}

TillContact contact_of(database::Connection& connection, TillNumber till)
{
    database::Statement find{connection, "SELECT heard_at_ms, set_aside, reason FROM till_contacts WHERE till = ?1"};
    find.bind(1, till);
    if (!find.step()) return {};
    return {find.integer(0), find.flag(1), find.text(2)};
}

} // namespace guitai::office
