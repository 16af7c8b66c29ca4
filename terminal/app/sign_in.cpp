#include "terminal/app/sign_in.hpp"

#include "terminal/app/file_keys.hpp"
#include "terminal/app/leases.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"

namespace guitai {
namespace {

constexpr std::size_t name_bytes_max{60};
constexpr std::size_t unknown_names_max{100};

tl::unexpected<Refusal> wrong_pin(std::int64_t failed_tries_before)
{
    return refuse("sign_in.wrong", std::to_string(tries_left(failed_tries_before) - 1));
}

tl::unexpected<Refusal> locked(std::int64_t until_ms, std::int64_t now_ms)
{
    return refuse("sign_in.locked", minutes_until(until_ms, now_ms));
}

void write_try(const Desk& desk, const std::string& name)
{
    SignInTried tried;
    tried.staff = {cut_to(name, name_bytes_max)};
    (void)record(desk, {tried});
}

// Takes as long and answers in the same words as for somebody who works here.
tl::unexpected<Refusal> refuse_unknown(Desk& desk, const std::string& name, const std::string& pin)
{
    auto& names = desk.state.unknown_names;
    if (names.size() >= unknown_names_max && names.count(name) == 0) names.clear();
    UnknownName& unknown{names[cut_to(name, name_bytes_max)]};
    if (const auto until = locked_until(unknown.failed_tries, unknown.last_try_at_ms, desk.now_ms()); until != 0) {
        return locked(until, desk.now_ms());
    }
    write_try(desk, name);
    const auto people = desk.ports.staff.people();
    if (!people.empty()) (void)desk.ports.pins.matches(people.front().pin_hash, pin);
    unknown.last_try_at_ms = desk.now_ms();
    return wrong_pin(unknown.failed_tries++);
}

} // namespace

std::int64_t locked_until(std::int64_t failed_tries, std::int64_t last_try_at_ms, std::int64_t now_ms)
{
    if (failed_tries == 0 || failed_tries % pin_tries_max != 0) return 0;
    const std::int64_t until{last_try_at_ms + pin_lock_ms};
    return until > now_ms && now_ms > last_try_at_ms - pin_lock_ms ? until : 0;
}

std::int64_t tries_left(std::int64_t failed_tries) { return pin_tries_max - failed_tries % pin_tries_max; }

std::string minutes_until(std::int64_t until_ms, std::int64_t now_ms)
{
    constexpr std::int64_t minute_ms{60'000};
    return std::to_string((until_ms - now_ms + minute_ms - 1) / minute_ms);
}

Result<StaffReader::Person> check_pin(Desk& desk, const std::string& name, const std::string& pin)
{
    const auto person = desk.ports.staff.find({name});
    if (!person) return refuse_unknown(desk, name, pin);
    if (const auto until = locked_until(person->failed_tries, person->last_try_at_ms, desk.now_ms()); until != 0) {
        return locked(until, desk.now_ms());
    }
    write_try(desk, name);
    if (!desk.ports.pins.matches(person->pin_hash, pin)) {
        show_session(desk);
        return wrong_pin(person->failed_tries);
    }
    StaffReader::Person known{*person};
    known.failed_tries = 0;
    return known;
}

PersonView person_view(const StaffReader::Person& person, std::int64_t now_ms)
{
    PersonView view;
    view.name = person.name;
    view.role = person.role;
    view.tries_left = tries_left(person.failed_tries);
    view.locked_until_ms = locked_until(person.failed_tries, person.last_try_at_ms, now_ms);
    if (view.locked_until_ms != 0) view.tries_left = 0;
    return view;
}

Result<void> perform(Desk& desk, const SignIn& command)
{
    auto person = check_pin(desk, command.name, command.pin);
    if (!person) return refuse(person.error());

    std::vector<EventBody> bodies;
    if (desk.state.staff) {
        SignedOut out;
        out.staff = desk.staff();
        bodies.emplace_back(out);
    }
    SignedIn in;
    in.staff = person->name;
    in.role = person->role;
    bodies.emplace_back(in);
    (void)record(desk, std::move(bodies));

    close_files(desk);
    desk.state.staff = std::move(*person);
    show_session(desk);
    show_parked(desk);
    return {};
}

// The ticket stays on the counter for whoever comes next.
Result<void> perform(Desk& desk, const SignOut&)
{
    desk.state.view.barcode_test = {};
    SignedOut out;
    out.staff = desk.staff();
    (void)record(desk, {out});
    close_files(desk);
    desk.state.staff.reset();
    show_session(desk);
    return {};
}

} // namespace guitai
