// What a second person may be asked to allow: OverrideGiven::action, and what is
// said and answered by telephone. One list for the till that asks and the head
// office that answers.
#pragma once

#include <array>
#include <string_view>

namespace guitai::override_action {

inline constexpr std::string_view discount{"discount.line"};
inline constexpr std::string_view late_return{"return.late"};
inline constexpr std::string_view return_unseen{"return.no_receipt"};
inline constexpr std::string_view membership_refund{"membership.refund"};
inline constexpr std::string_view delivery_fee{"delivery.fee"};
inline constexpr std::string_view paid_out{"cash.paid_out"};
inline constexpr std::string_view drawer{"drawer.open"};
inline constexpr std::string_view variance{"close.variance"};
inline constexpr std::string_view vouch_leases{"leases.vouch"};

inline constexpr std::array<std::string_view, 9> all{discount,     late_return, return_unseen,
                                                     membership_refund, delivery_fee, paid_out,
                                                     drawer,       variance,    vouch_leases};

} // namespace guitai::override_action
