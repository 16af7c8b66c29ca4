#include "terminal/app/file_keys.hpp"

#include "sync/events/password.hpp"
#include "terminal/app/attach_member.hpp"
#include "terminal/app/counter_payment.hpp"
#include "terminal/app/leases.hpp"
#include "terminal/app/sign_in.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"

#include <algorithm>

namespace guitai {
namespace {

std::optional<Password> password_of(const Desk& desk, const MemberId& member)
{
    if (desk.ports.member_files == nullptr) return std::nullopt;
    auto password = desk.ports.member_files->password(member);
    return password && !password->hash.empty() ? password : std::nullopt;
}

std::int64_t locked_until(const MemberFileReader::PasswordTries& tries, std::int64_t now_ms)
{
    return password_locked_until(tries.failed_tries, tries.last_try_at_ms, now_ms);
}

std::int64_t password_tries_left(const MemberFileReader::PasswordTries& tries)
{
    return password_tries_max - tries.failed_tries % password_tries_max;
}

FileAccessed access_of(const Desk& desk, const MemberId& member, FileAccess access)
{
    const FileKeys& keys{desk.state.keys};
    return {member, access, keys.adviser, keys.role, desk.state.view.shop.store};
}

void hide(MemberView& view)
{
    view.keys.hidden_notes = std::ssize(view.notes) + (view.profile.note.empty() ? 0 : 1);
    view.profile.phone = masked_phone(view.profile.phone);
    view.profile.birthday.clear();
    view.profile.monthly_use.clear();
    view.profile.payday.clear();
    view.profile.note.clear();
    view.profile.card.clear();
    view.notes.clear();
    view.consents.clear();
    view.last_purchases.clear();
    // What is promised and not done yet is work; what was is hers.
    std::erase_if(view.complaints, [](const ComplaintView& complaint) { return !complaint.next; });
    for (RelativeView& relative : view.family) relative.name.clear();
}

bool is_open(const Desk& desk, const MemberId& member)
{
    const FileKeys& keys{desk.state.keys};
    return !keys.adviser.empty() && !member.empty() && keys.member == member;
}

// Whose PIN it is, with the role that may open files.
Result<StaffReader::Person> adviser_with(Desk& desk, const std::string& name, const std::string& pin)
{
    auto person = check_pin(desk, name.empty() ? desk.staff().text : name, pin);
    if (!person) return person;
    SignedIn right_pin;
    right_pin.staff = person->name;
    right_pin.role = person->role;
    (void)record(desk, {right_pin});
    show_session(desk);
    if (person->role != Role::adviser && person->role != Role::owner) {
        return refuse("file.needs_adviser", person->name.text);
    }
    return person;
}

Result<void> give_adviser_key(Desk& desk, const std::string& name, const std::string& pin)
{
    const auto person = adviser_with(desk, name, pin);
    if (!person) return refuse(person.error());
    close_files(desk);
    desk.state.keys = {person->name, person->role, {}, desk.now_ms()};
    show_members(desk);
    return {};
}

} // namespace

bool is_locked(const Desk& desk, const MemberId& member)
{
    return !is_open(desk, member) && password_of(desk, member).has_value();
}

void lock_file(const Desk& desk, MemberView& view)
{
    const MemberId& member{view.profile.member};
    FileKeysView& seen{view.keys};
    seen = {};
    seen.has_password = password_of(desk, member).has_value();
    seen.adviser = desk.state.keys.adviser;
    if (!seen.has_password) return;
    const auto tries = desk.ports.member_files->password_tries(member);
    seen.locked_until_ms = locked_until(tries, desk.now_ms());
    seen.tries_left = seen.locked_until_ms != 0 ? 0 : password_tries_left(tries);
    if (is_open(desk, member)) seen.closes_at_ms = desk.state.keys.last_touch_ms + file_open_ms;
    else seen.locked = true;
    if (seen.locked) hide(view);
}

void keep_keys(Desk& desk)
{
    end_keys(desk);
    FileKeys& keys{desk.state.keys};
    const std::int64_t closes_at_ms{desk.now_ms() + file_open_ms};
    if (!keys.adviser.empty()) keys.last_touch_ms = desk.now_ms();
    if (desk.state.view.own) desk.state.view.own->closes_at_ms = closes_at_ms;
    for (auto* seen : {&desk.state.view.member, &desk.state.view.cart.member}) {
        if (*seen && (*seen)->keys.closes_at_ms != 0) (*seen)->keys.closes_at_ms = closes_at_ms;
    }
}

void end_keys(Desk& desk)
{
    const FileKeys& keys{desk.state.keys};
    const std::int64_t now_ms{desk.now_ms()};
    // A clock that jumps back closes too: nobody can tell how long it was open.
    const auto is_over = [&](std::int64_t closes_at_ms) {
        return now_ms >= closes_at_ms || now_ms < closes_at_ms - file_open_ms;
    };
    const bool keys_over{!keys.adviser.empty() && is_over(keys.last_touch_ms + file_open_ms)};
    const bool own_over{desk.state.view.own && is_over(desk.state.view.own->closes_at_ms)};
    if (keys_over || own_over) close_files(desk);
}

void close_files(Desk& desk)
{
    const bool was_open{!desk.state.keys.adviser.empty()};
    desk.state.keys = {};
    desk.state.view.own.reset();
    if (was_open) show_members(desk);
}

Result<void> check_password(Desk& desk, const MemberProfile& profile, const std::string& password)
{
    const auto known = password_of(desk, profile.member);
    if (!known) return refuse("password.none");
    const auto tries = desk.ports.member_files->password_tries(profile.member);
    if (const auto until = locked_until(tries, desk.now_ms()); until != 0) {
        return refuse("password.locked", minutes_until(until, desk.now_ms()));
    }
    // Written before it is looked at, so that no crash gives a try away.
    (void)record(desk, {access_of(desk, profile.member, FileAccess::tried)});
    if (desk.ports.pins.matches(known->hash, password)) return {};
    show_members(desk);
    return refuse("password.wrong", std::to_string(password_tries_left(tries) - 1));
}

Result<void> perform(Desk& desk, const ChoosePassword& command)
{
    const auto profile = customer_of(desk, command.phone_or_card, "member.not_attached");
    if (!profile) return refuse(profile.error());
    if (desk.ports.member_files == nullptr) return refuse("password.bad");
    if (auto good = check_new_password(*profile, command.password); !good) return good;
    const auto before = desk.ports.member_files->password(profile->member);
    if (before && !before->hash.empty()) {
        if (auto right = check_password(desk, *profile, command.old_password); !right) return right;
    } else if (!desk.state.staff) {
        return refuse("staff.not_signed_in"); // Somebody must have seen whose first one it is.
    }
    PasswordChosen chosen;
    chosen.member = profile->member;
    chosen.password = {desk.ports.pins.hash(command.password), next_password_at(before, desk.now_ms())};
    chosen.store = desk.state.view.shop.store;
    desk.write({std::move(chosen)});
    show_members(desk);
    return {};
}

Result<void> perform(Desk& desk, const GiveAdviserKey& command)
{
    return give_adviser_key(desk, command.name, command.pin);
}

Result<void> perform(Desk& desk, const OpenFile& command)
{
    const auto profile = customer_of(desk, command.phone_or_card, "member.not_attached");
    if (!profile) return refuse(profile.error());
    if (!command.pin.empty()) {
        if (auto given = give_adviser_key(desk, command.name, command.pin); !given) return given;
    }
    if (desk.state.keys.adviser.empty()) return refuse("file.needs_adviser_key");
    if (command.password.empty()) {
        (void)record(desk, {access_of(desk, profile->member, FileAccess::refused)});
        return refuse("file.needs_password");
    }
    if (auto right = check_password(desk, *profile, command.password); !right) return right;
    (void)record(desk, {access_of(desk, profile->member, FileAccess::opened)});
    desk.state.keys.member = profile->member;
    desk.state.keys.last_touch_ms = desk.now_ms();
    desk.state.view.member = member_view(desk, *profile);
    show_members(desk);
    return {};
}

Result<void> perform(Desk& desk, const CloseFile&)
{
    const MemberId open{desk.state.keys.member};
    if (!open.empty()) (void)record(desk, {access_of(desk, open, FileAccess::closed)});
    close_files(desk);
    return {};
}

} // namespace guitai
