#include "sync/events/password.hpp"

#include <algorithm>

namespace guitai {
namespace {

constexpr std::size_t phone_head{3};
constexpr std::size_t phone_tail{4};

bool is_run(std::string_view digits)
{
    const auto steps = [&](int step) {
        for (std::size_t at{1}; at < digits.size(); ++at) {
            if (digits[at] - digits[at - 1] != step) return false;
        }
        return true;
    };
    return steps(0) || steps(1) || steps(-1);
}

bool is_her_birthday(std::string_view birthday, std::string_view digits)
{
    std::string plain;
    for (const char c : birthday) {
        if (c != '-') plain += c;
    }
    return !plain.empty() && plain.find(digits) != std::string::npos;
}

} // namespace

Result<void> check_new_password(const MemberProfile& profile, std::string_view password)
{
    const bool digits{std::all_of(password.begin(), password.end(), [](char c) { return c >= '0' && c <= '9'; })};
    if (password.size() != password_digits || !digits) return refuse("password.bad");
    const std::string& phone{profile.phone};
    const bool is_tail{phone.size() >= password_digits &&
                       std::string_view{phone}.substr(phone.size() - password_digits) == password};
    if (is_run(password) || is_tail || is_her_birthday(profile.birthday, password)) return refuse("password.weak");
    return {};
}

std::int64_t password_locked_until(std::int64_t failed_tries, std::int64_t last_try_at_ms, std::int64_t now_ms)
{
    if (failed_tries == 0 || failed_tries % password_tries_max != 0) return 0;
    const std::int64_t until{last_try_at_ms + password_lock_ms};
    return until > now_ms && now_ms > last_try_at_ms - password_lock_ms ? until : 0;
}

std::int64_t next_password_at(const std::optional<Password>& before, std::int64_t now_ms)
{
    return before ? std::max(now_ms, before->at_ms + 1) : now_ms;
}

std::string masked_phone(std::string_view phone)
{
    std::string masked{phone};
    const std::size_t shown{masked.size() > phone_head + phone_tail ? phone_head : 0};
    const std::size_t end{shown == 0 ? masked.size() : masked.size() - phone_tail};
    std::fill(masked.begin() + static_cast<std::ptrdiff_t>(shown), masked.begin() + static_cast<std::ptrdiff_t>(end),
              '*');
    return masked;
}

} // namespace guitai
