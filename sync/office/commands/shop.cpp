#include "sync/office/commands/shop.hpp"

#include "sync/catalogue/text.hpp"
#include "sync/office/access.hpp"
#include "sync/office/crypto.hpp"
#include "sync/office/leases.hpp"
#include "sync/office/projections/people.hpp"
#include "sync/office/projections/places.hpp"
#include "sync/office/restored.hpp"
#include "sync/office/staffing.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace guitai::office {
namespace {

constexpr std::string_view actor{"guitai-office"};

} // namespace

Result<BasisPoints> read_rate(std::string_view percent)
{
    if (const auto rate = read_percent(percent)) return *rate;
    return refuse("store.bad_rate", fmt::format("--tax-rate '{}' is no percentage from 0 to 100", percent));
}

Result<Money> read_fee(std::string_view yuan)
{
    const auto fee = parse_money(yuan);
    if (fee && !fee->is_negative()) return *fee;
    return refuse("store.bad_fee", fmt::format("--delivery-fee '{}' is no amount in yuan", yuan));
}

Result<std::string> add_store(Office& office, const PlaceSet& wanted)
{
    if (!is_place_code(wanted.place.text)) {
        return refuse("store.bad_code", fmt::format("--code '{}' is not 1 to {} letters, digits, - or _",
                                                    wanted.place.text, place_code_max));
    }
    if (!is_staff_name(wanted.name)) {
        return refuse("store.bad_name", fmt::format("--name '{}' is no name", wanted.name));
    }

    database::Transaction open{office.connection()};
    const auto known = find_place(office.connection(), wanted.place);
    if (known && *known == wanted) return fmt::format("{} {} is there already", wanted.place.text, wanted.name);
    office.say(open, wanted, actor);
    open.commit();
    return fmt::format("{} {} {} ({})", wanted.place.text, wanted.name, known ? "changed" : "added",
                       word_of(wanted.place_kind));
}

Result<std::string> add_staff(Office& office, const NewStaff& wanted)
{
    const StaffWish wish{wanted.name, wanted.store, wanted.role, wanted.pin};
    if (auto fits = check_staff(office.connection(), wish); !fits) return refuse(fits.error());
    const auto namesakes = staff_named(office.connection(), wanted.name);
    const bool is_known{std::any_of(namesakes.begin(), namesakes.end(),
                                    [&wanted](const StaffSet& one) { return one.store == wanted.store; })};
    const std::string pin_hash{hash_pin(wanted.pin)}; // Slow: before the transaction takes the writer's lock.
    database::Transaction open{office.connection()};
    office.say(open, StaffSet{wanted.name, wanted.store, wanted.role, pin_hash, true}, actor);
    open.commit();
    return fmt::format("{} {} as {}{}{}", wanted.name.text, is_known ? "changed" : "added", word_of(wanted.role),
                       wanted.store.empty() ? "" : " of ", wanted.store.text);
}

Result<std::string> print_enrol_code(Office& office, const PlaceCode& store)
{
    database::Transaction open{office.connection()};
    auto code = make_enrol_code(office, open, store);
    if (code) open.commit();
    return code;
}

Result<std::string> print_token(Office& office, Role role, std::string_view label)
{
    database::Transaction open{office.connection()};
    std::string token{make_token(office, open, role, label)};
    open.commit();
    return token;
}

namespace {

Result<void> must_be_name(const StaffName& name)
{
    if (is_staff_name(name.text)) return {};
    return refuse("staff.bad_name", fmt::format("--name '{}' is no name", name.text));
}

std::string waited_line(Office& office)
{
    if (!is_recovering(office.connection())) return "every till has reported: points are lent again";
    return fmt::format("points are lent again when these tills have reported: {}",
                       fmt::join(unreported_tills(office.connection()), ", "));
}

} // namespace

Result<std::string> say_restored(Office& office, const std::string& reason)
{
    database::Transaction open{office.connection()};
    begin_history(office, open, Cause::operator_, reason);
    open.commit();
    return waited_line(office);
}

Result<std::string> go_without(Office& office, TillNumber till, const StaffName& approved_by)
{
    if (auto named = must_be_name(approved_by); !named) return refuse(named.error());
    database::Transaction open{office.connection()};
    const auto gone = go_on_without(office, open, till, approved_by);
    if (!gone) return refuse(gone.error());
    open.commit();
    return fmt::format("without till {}, which may cost up to {} points and {}; {}", till, gone->bound_points,
                       text_of(gone->bound_value), waited_line(office));
}

Result<std::string> write_off(Office& office, TillNumber till, const StaffName& approved_by)
{
    if (auto named = must_be_name(approved_by); !named) return refuse(named.error());
    database::Transaction open{office.connection()};
    const auto off = write_till_off(office, open, till, approved_by);
    if (!off) return refuse(off.error());
    open.commit();
    return fmt::format("till {} is written off: {} leases came home, which may cost up to {} points and {}", till,
                       off->leases, off->points, text_of(off->value));
}

} // namespace guitai::office
