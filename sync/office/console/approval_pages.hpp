// The page 授权: what somebody at a till reads out goes in, the code that allows it comes out.
#pragma once

#include "sync/office/console/pages.hpp"
#include "sync/office/forms.hpp"
#include "sync/office/phone_codes.hpp"

#include <string>

namespace guitai::office {

[[nodiscard]] PageData approvals_page(const PageMaker& maker);
// With what was filled in before, to be put right.
[[nodiscard]] PageData approvals_page(const PageMaker& maker, const Form& asked);

// Refuses phone.bad_field, with its name.
[[nodiscard]] Result<PhoneCall> call_in(const Form& form);

// "1234 5678", as it is read out.
[[nodiscard]] std::string grouped(const std::string& digits);

} // namespace guitai::office
