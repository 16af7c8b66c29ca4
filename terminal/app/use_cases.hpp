// One function for each command; till.cpp chooses among them. Each does what was
// asked and brings the parts of the view up to date that it changed, or refuses
// and changes nothing. A family of them lives in a file of its own.
#pragma once

#include "sync/events/result.hpp"
#include "terminal/app/command.hpp"
#include "terminal/app/till_state.hpp"

namespace guitai {

// sign_in.cpp
Result<void> perform(Desk& desk, const SignIn& command);
Result<void> perform(Desk& desk, const SignOut& command);
// approve.cpp
Result<void> perform(Desk& desk, const Approve& command);
Result<void> perform(Desk& desk, const GiveUpApproval& command);
// browse.cpp
Result<void> perform(Desk& desk, const SearchFor& command);
Result<void> perform(Desk& desk, const ChooseCategory& command);
Result<void> perform(Desk& desk, const ScrollTiles& command);
// scan_barcode.cpp
Result<void> perform(Desk& desk, const ScanBarcode& command);
// explain_barcode.cpp
Result<void> perform(Desk& desk, const ExplainBarcode& command);
Result<void> perform(Desk& desk, const BeginBarcodeTest& command);
Result<void> perform(Desk& desk, const EndBarcodeTest& command);
// edit_cart.cpp
Result<void> perform(Desk& desk, const AddProduct& command);
Result<void> perform(Desk& desk, const SetQuantity& command);
Result<void> perform(Desk& desk, const RemoveLine& command);
Result<void> perform(Desk& desk, const UndoRemove& command);
Result<void> perform(Desk& desk, const ClearTicket& command);
// returns.cpp
Result<void> perform(Desk& desk, const FindSale& command);
Result<void> perform(Desk& desk, const CloseSale& command);
Result<void> perform(Desk& desk, const ReturnLine& command);
Result<void> perform(Desk& desk, const ReturnGoods& command);
// price_guarantee.cpp
Result<void> perform(Desk& desk, const ClaimPriceDrop& command);
// mark_line.cpp
Result<void> perform(Desk& desk, const MarkLine& command);
// swap_line.cpp
Result<void> perform(Desk& desk, const SwapLine& command);
// guides.cpp
Result<void> perform(Desk& desk, const SetGuides& command);
Result<void> perform(Desk& desk, const ChangeGuides& command);
// notes.cpp
Result<void> perform(Desk& desk, const NoteLine& command);
Result<void> perform(Desk& desk, const NoteTicket& command);
// price_check.cpp
Result<void> perform(Desk& desk, const BeginPriceCheck& command);
Result<void> perform(Desk& desk, const EndPriceCheck& command);
Result<void> perform(Desk& desk, const CheckPrice& command);
// advise.cpp
Result<void> perform(Desk& desk, const AskSuggestions& command);
// talk.cpp
Result<void> perform(Desk& desk, const StepTalk& command);
Result<void> perform(Desk& desk, const CountTaps& command);
// rate_feeling.cpp
Result<void> perform(Desk& desk, const RateFeeling& command);
// take_instead.cpp
Result<void> perform(Desk& desk, const TakeInstead& command);
// coupons.cpp
Result<void> perform(Desk& desk, const AddCoupon& command);
Result<void> perform(Desk& desk, const RemoveCoupon& command);
// discount_line.cpp
Result<void> perform(Desk& desk, const DiscountLine& command);
// attach_member.cpp
Result<void> perform(Desk& desk, const EnrolMember& command);
Result<void> perform(Desk& desk, const AttachMember& command);
Result<void> perform(Desk& desk, const DetachMember& command);
Result<void> perform(Desk& desk, const ShowMember& command);
// member_file.cpp
Result<void> perform(Desk& desk, const NoteMember& command);
Result<void> perform(Desk& desk, const DropNote& command);
Result<void> perform(Desk& desk, const CorrectMember& command);
Result<void> perform(Desk& desk, const SkipQuestion& command);
Result<void> perform(Desk& desk, const AnswerConsent& command);
// complaints.cpp
Result<void> perform(Desk& desk, const OpenComplaint& command);
Result<void> perform(Desk& desk, const AnswerComplaint& command);
Result<void> perform(Desk& desk, const ListComplaints& command);
// cannot.cpp
Result<void> perform(Desk& desk, const AcceptCannot& command);
// file_keys.cpp
Result<void> perform(Desk& desk, const ChoosePassword& command);
Result<void> perform(Desk& desk, const GiveAdviserKey& command);
Result<void> perform(Desk& desk, const OpenFile& command);
Result<void> perform(Desk& desk, const CloseFile& command);
// own_file.cpp
Result<void> perform(Desk& desk, const ShowOwnFile& command);
Result<void> perform(Desk& desk, const AskPrivacy& command);
// family.cpp
Result<void> perform(Desk& desk, const JoinFamily& command);
Result<void> perform(Desk& desk, const LeaveFamily& command);
// grid_ways.cpp
Result<void> perform(Desk& desk, const OpenGrid& command);
Result<void> perform(Desk& desk, const ChooseCell& command);
Result<void> perform(Desk& desk, const CloseGrid& command);
// order_missing_item.cpp
Result<void> perform(Desk& desk, const OrderItem& command);
Result<void> perform(Desk& desk, const RecordMiss& command);
// set_delivery.cpp
Result<void> perform(Desk& desk, const SetDelivery& command);
// pay_account.cpp
Result<void> perform(Desk& desk, const PayAccount& command);
// load_value.cpp
Result<void> perform(Desk& desk, const LoadValue& command);
Result<void> perform(Desk& desk, const LookAtGiftCard& command);
// pay_membership.cpp
Result<void> perform(Desk& desk, const PayMembership& command);
// refund_membership.cpp
Result<void> perform(Desk& desk, const RefundMembership& command);
// take_service.cpp
Result<void> perform(Desk& desk, const AddService& command);
Result<void> perform(Desk& desk, const RemoveService& command);
// return_service.cpp
Result<void> perform(Desk& desk, const ReturnService& command);
// complete_sale.cpp
Result<void> perform(Desk& desk, const Pay& command);
Result<void> perform(Desk& desk, const TakeBackTender& command);
Result<void> perform(Desk& desk, const NextCustomer& command);
// cards.cpp
Result<void> perform(Desk& desk, const AskCard& command);
Result<void> perform(Desk& desk, const StopWaitingForCard& command);
Result<void> perform(Desk& desk, const HearCard& command);
// redeem_points.cpp
Result<void> perform(Desk& desk, const RedeemPoints& command);
Result<void> perform(Desk& desk, const HearLease& command);
// carried_lease.cpp
Result<void> perform(Desk& desk, const AskByPhone& command);
// leases.cpp
Result<void> perform(Desk& desk, const VouchLeases& command);
// reprint.cpp
Result<void> perform(Desk& desk, const Reprint& command);
// open_drawer.cpp
Result<void> perform(Desk& desk, const OpenDrawer& command);
// park.cpp
Result<void> perform(Desk& desk, const Park& command);
Result<void> perform(Desk& desk, const Recall& command);
// order_actions.cpp
Result<void> perform(Desk& desk, const ListOrders& command);
Result<void> perform(Desk& desk, const ShowOrder& command);
Result<void> perform(Desk& desk, const AskCancelOrder& command);
Result<void> perform(Desk& desk, const ChangeAddress& command);
Result<void> perform(Desk& desk, const ReceiveOrder& command);
Result<void> perform(Desk& desk, const CollectOrder& command);
Result<void> perform(Desk& desk, const RefundOrder& command);
// send_orders.cpp
Result<void> perform(Desk& desk, const TakePick& command);
Result<void> perform(Desk& desk, const RejectPick& command);
Result<void> perform(Desk& desk, const PackOrder& command);
Result<void> perform(Desk& desk, const PrintSlip& command);
Result<void> perform(Desk& desk, const HandOverOrder& command);
Result<void> perform(Desk& desk, const TellTrip& command);
Result<void> perform(Desk& desk, const HearDoor& command);
Result<void> perform(Desk& desk, const AnswerSubstitute& command);
// open_shift.cpp
Result<void> perform(Desk& desk, const OpenShift& command);
Result<void> perform(Desk& desk, const MoveCash& command);
// close_shift.cpp
Result<void> perform(Desk& desk, const TakeXReport& command);
Result<void> perform(Desk& desk, const CountCash& command);
Result<void> perform(Desk& desk, const CloseShift& command);
// close_day.cpp
Result<void> perform(Desk& desk, const CloseDay& command);
// housekeeping.cpp
Result<void> perform(Desk& desk, const SetClock& command);
Result<void> perform(Desk& desk, const SyncNow& command);
Result<void> perform(Desk& desk, const DismissBanner& command);

} // namespace guitai
