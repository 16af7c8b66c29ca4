// Everything a person at the till can ask for. Screens, the headless driver,
// tests and benchmarks all make these same commands; only Till::handle() acts on
// them, between two frames.
#pragma once

#include "sync/events/event.hpp"
#include "sync/events/ids.hpp"
#include "sync/events/money.hpp"
#include "sync/events/quantity.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace guitai {

// A line of the ticket keeps its number until the ticket is paid, whatever is removed around it.
using LineNumber = std::int64_t;

// Of a receipt that was printed before: once more, marked as a copy, or for whom it is given to, without prices.
enum class ReprintKind { copy, gift };

// What a payment terminal is asked about the key of a charge …
enum class CardQuestion { ask, look_up, give_back };
// … and what it may say. A key is approved or declined once and for all; silent: no answer came in time.
enum class CardNews { approved, declined, given_back, waiting, unknown, silent };

// clang-format off
struct SignIn { std::string name; std::string pin; };
struct SignOut {};
struct OpenShift { Money float_amount; };

struct ScanBarcode { std::string digits; };
struct ExplainBarcode { std::string digits; };                // What a scan would mean; sells nothing.
struct BeginBarcodeTest {};                                   // From now on scans are explained, not sold …
struct EndBarcodeTest {};                                     // … until here.
struct SearchFor { std::string text; std::int64_t limit{20}; };
struct ChooseCategory { std::string category; };              // Empty: all.
struct ScrollTiles { std::int64_t first{0}; };                // The first style wanted; the view begins there.

struct AddProduct { Sku sku; Quantity quantity{Quantity::pieces(1)}; };
struct SetQuantity { LineNumber line{0}; Quantity quantity; };
struct RemoveLine { LineNumber line{0}; };
struct UndoRemove {};
// One of percent and amount.
struct DiscountLine { LineNumber line{0}; BasisPoints percent; Money amount; std::string reason; };
struct ClearTicket {};
struct AddCoupon { std::string code; };                       // Handed over by the customer.
struct RemoveCoupon { std::string code; };
struct RedeemPoints { std::int64_t points{0}; };              // 积分抵现; 0: takes them off the ticket.
struct AskByPhone { std::int64_t points{0}; };                // 会员手机取分: her phone fetches what the line can not.
// What the head office said of a lease it was asked for; made by the line to it, never by a person.
// Where an order goes that this shop sends for another; made by the line, like the next.
struct HearDoor { OrderId order; Recipient recipient; };
struct HearLease { std::int64_t ask{0}; std::string refusal{}; std::string detail{}; };
struct VouchLeases { std::string reason; };                   // This is the only machine of this till.
struct SetGuides { LineNumber line{0}; std::vector<GuideShare> guides; }; // Line 0: every line. Empty: nobody.
struct ChangeGuides {                                         // Of a finished sale; line from 1.
    ReceiptNumber receipt; std::int64_t line{0}; std::vector<GuideShare> guides; std::string reason;
};
struct NoteLine { LineNumber line{0}; std::string note; };    // Empty: takes the note away.
struct NoteTicket { std::string note; };
struct BeginPriceCheck {};                                    // From now on a scan answers and sells nothing.
struct EndPriceCheck {};
struct CheckPrice { std::string digits; };
// Answers a refusal `*.needs_approval`: with a PIN, or with the code that the head office gave by telephone.
struct Approve { std::string name; std::string pin; std::string phone_code{}; };
struct GiveUpApproval {};

// Its id and joined_on are given here. `referred_by`: phone, card or number of who brought her along; empty: nobody.
struct EnrolMember { MemberProfile profile; std::string referred_by{}; };
struct AttachMember { std::string phone_or_card; };           // Or a member id.
struct DetachMember {};
struct ShowMember { std::string phone_or_card; };             // On the member screen, without attaching.
// What she likes, can not have, asks for every time. `phone_or_card` here and below: empty is the one on the ticket.
struct NoteMember { std::string phone_or_card; NoteKind kind{NoteKind::like}; std::string about; };
struct DropNote { std::string phone_or_card; NoteId note; };
// Also the answer to the question of this visit. Empty: takes away what was there.
struct CorrectMember { std::string phone_or_card; ProfilePart part{ProfilePart::name}; std::string value; };
// What she complains of; `sku` empty: nothing that was bought. Promises her a call, a result, a visit and a filed case.
struct OpenComplaint {
    std::string phone_or_card; ComplaintMatter matter{ComplaintMatter::goods}; std::string about; Sku sku{};
};
struct AnswerComplaint { ComplaintId complaint; ComplaintDuty duty{ComplaintDuty::call}; std::string words; };
struct ListComplaints {};                                     // Those of this shop that are not closed.
struct SkipQuestion {};                                       // Not at this visit.
struct AcceptCannot { NoteId note; Sku sku; std::string reason; }; // She takes it all the same.
struct AnswerConsent {
    std::string phone_or_card; ConsentPurpose purpose{ConsentPurpose::offers};
    ConsentChannel channel{ConsentChannel::sms}; ConsentAnswer answer{ConsentAnswer::none};
};

// Her password, chosen at the pad by herself. `old_password` is empty where she has none yet.
struct ChoosePassword { std::string phone_or_card; std::string old_password; std::string password; };
// The first key of two: the PIN of an adviser or owner. `name` empty: whoever is signed in.
struct GiveAdviserKey { std::string name; std::string pin; };
// The second key is her password. `name` and `pin` as above, both empty where the first key was given before.
struct OpenFile { std::string phone_or_card; std::string name; std::string pin; std::string password; };
struct CloseFile {};                                          // She leaves; an adviser's key that was given goes too.
struct ShowOwnFile { std::string phone_or_card; std::string password; }; // She looks for herself.
struct AskPrivacy { PrivacyWish wish{PrivacyWish::copy}; };   // In her own file.
struct JoinFamily { std::string phone_or_card; std::string with; Generation generation{Generation::parent}; };
struct LeaveFamily { std::string phone_or_card; };

struct OpenGrid { StyleId style; };
struct ChooseCell { Sku sku; };                               // An empty cell: works out the four ways.
struct CloseGrid {};
struct OrderItem {
    Sku sku; Quantity quantity{Quantity::pieces(1)};
    Delivery delivery{Delivery::ship}; Recipient recipient; PlaceCode collect_at;
    std::string slot{};                                       // Empty: at any time.
};
// What lies here is taken instead of what does not: stored against the miss when it is paid.
struct TakeInstead { Sku missing; Sku taken; };
struct SetDelivery {                                          // Of a line of the ticket.
    LineNumber line{0};
    std::optional<Delivery> delivery;                         // Nothing: taken along now.
    std::optional<Money> fee{};                               // Nothing: what the shop asks.
    Recipient recipient{}; PlaceCode collect_at{};            // What is empty there stays as it was.
    std::optional<std::string> slot{};                        // Nothing: as it was; empty: at any time.
};
struct RecordMiss { StyleId style; std::string colour; std::string size; MissReason reason{MissReason::size}; };

struct FindSale { ReceiptNumber receipt; MemberId member; };    // One of them; shows what may come back.
struct CloseSale {};                                          // Puts what was found away.
struct ReturnLine {                                           // Line of the receipt, from 1.
    ReceiptNumber receipt; std::int64_t line{0}; Quantity quantity{Quantity::pieces(1)}; std::string reason;
    std::string serial{};                                     // Of a piece that was sold with one.
    Money freight{};                                          // What sending it back cost the customer.
};
struct ClaimPriceDrop { ReceiptNumber receipt; std::int64_t line{0}; }; // It costs less today (保价).
struct SwapLine {                                             // For another size or colour.
    ReceiptNumber receipt; std::int64_t line{0}; Sku sku; Quantity quantity{Quantity::pieces(1)}; std::string reason;
};
struct ReturnGoods {                                          // Without a receipt.
    Sku sku; Quantity quantity{Quantity::pieces(1)}; std::string reason; std::string serial{};
};
struct MarkLine { LineNumber line{0}; std::string serial; std::string lot; }; // Which piece it is.

// Foreign cash says currency and foreign_minor, and its amount is worked out.
struct Pay {
    TenderKind tender{TenderKind::cash}; Money amount; std::string reference{};
    std::string currency{}; std::int64_t foreign_minor{0};
    std::string reason{};                                     // Of money going back another way than it came.
};
// A member pays back what she owes (挂账还款); the rest of `given` is change. `given` zero: exactly the amount.
struct PayAccount {
    std::string phone_or_card; TenderKind tender{TenderKind::cash}; Money amount; Money given{};
    std::string reference{};
};
// Money is paid into a member's purse (储值充值), or a gift card is sold; `given` as above. One of them is said.
struct LoadValue {
    std::string phone_or_card; std::string gift_code; TenderKind tender{TenderKind::cash}; Money amount;
    Money given{}; std::string reference{};
};
// A membership fee is paid (会费); `amount` zero: what the shop asks, `given` as above.
struct PayMembership {
    std::string phone_or_card; TenderKind tender{TenderKind::cash}; Money amount{}; Money given{};
    std::string reference{};
};
// The unused part of a fee goes back, with the points that are left of it. `fee` empty: of her last one.
struct RefundMembership { std::string phone_or_card; std::string fee; std::string reason; };
// 积分换服务: put on the ticket, taken off again; given back after it was paid.
struct AddService { std::string service; };
struct RemoveService { std::string service; };
struct ReturnService { ReceiptNumber receipt; std::string service; std::string reason; };
struct LookAtGiftCard { std::string code; };                  // Shows what is left on it.
struct TakeBackTender { std::size_t index{0}; };              // Before the ticket is settled.
// The payment terminal is asked for `amount` (below zero, or due below zero: back to the card); `reason` as with Pay.
struct AskCard { Money amount; std::string reason{}; };
struct StopWaitingForCard {};
// What the payment terminal said; made by the device that speaks to it, never by a person.
struct HearCard {
    std::string key; CardQuestion question{CardQuestion::ask}; CardNews news{CardNews::silent};
    Money amount; std::string reference{};
};
struct NextCustomer {};                                       // Closes the "done" of the last sale.
struct Reprint { ReceiptNumber receipt; ReprintKind kind{ReprintKind::copy}; };
struct OpenDrawer { std::string reason; };                    // Without a sale; the reason is written down.

struct AskSuggestions { Money budget; };                       // Zero: by what is known of the customer.
struct StepTalk { std::int64_t step{0}; };                    // Forward only.
struct CountTaps { std::int64_t taps{1}; };                   // Of a finger, a key or a scan since the last command.
struct RateFeeling { ReceiptNumber receipt; Feeling feeling{Feeling::good}; };

struct Park {};
struct Recall { std::int64_t ticket{0}; TillNumber till{0}; }; // Till 0: put aside at this one.

struct ListOrders { std::string state; };                     // Empty: all that are still going on.
struct ShowOrder { OrderId order; };
struct AskCancelOrder { OrderId order; std::string reason; };
struct ChangeAddress { OrderId order; Recipient recipient; };
struct ReceiveOrder { OrderId order; };                       // The parcel came to this shop.
struct CollectOrder { OrderId order; TenderKind tender{TenderKind::cash}; };
struct RefundOrder { OrderId order; };
// Of an order that this shop sends for the head office.
struct TakePick { OrderId order; };
struct RejectPick { OrderId order; std::string reason; };
struct PackOrder { OrderId order; };
struct PrintSlip { OrderId order; };                          // The packing slip once more.
// To a carrier with the parcel's number, or to `runner`, a person of this shop (送货上门).
struct HandOverOrder { OrderId order; std::string carrier; std::string tracking; StaffName runner{}; };
// The shop's own runner is back from the door. What of the file is empty is not written down.
struct TellTrip {
    OrderId order; TripEnd end{TripEnd::delivered}; std::string reason{}; TenderKind tender{TenderKind::cash};
    std::string monthly_use{}; std::string payday{};
};
struct AnswerSubstitute { OrderId order; bool taken{false}; };  // The customer's word.

struct MoveCash { CashMovement movement{CashMovement::paid_in}; Money amount; std::string reason; };
struct TakeXReport {};
// Blind: shows the variance, closes nothing.
struct CountCash { Money counted; std::vector<Denomination> denominations; };
struct CloseShift { Money counted; std::vector<Denomination> denominations; std::string variance_reason; };
struct CloseDay {};

struct SetClock { std::string at; };                          // Test shops only.
struct SyncNow {};
struct DismissBanner {};                                      // What it said belongs to the page that was left.
// clang-format on

using AnyCommand =
    std::variant<SignIn, SignOut, OpenShift, ScanBarcode, ExplainBarcode, BeginBarcodeTest, EndBarcodeTest, SearchFor,
                 ChooseCategory, ScrollTiles, AddProduct, SetQuantity, RemoveLine, UndoRemove, DiscountLine,
                 ClearTicket, FindSale, CloseSale, ReturnLine, ReturnGoods, SetGuides, ChangeGuides, NoteLine,
                 NoteTicket, BeginPriceCheck, EndPriceCheck, CheckPrice, Approve, GiveUpApproval, EnrolMember,
                 AttachMember, DetachMember, ShowMember, OpenGrid, ChooseCell, CloseGrid, OrderItem, RecordMiss, Pay,
                 TakeBackTender, NextCustomer, Reprint, OpenDrawer, Park, Recall, ListOrders, ShowOrder, AskCancelOrder,
                 ChangeAddress, ReceiveOrder, CollectOrder, RefundOrder, MoveCash, TakeXReport, CountCash, CloseShift,
                 CloseDay, SetClock, SyncNow, AskCard, StopWaitingForCard, HearCard, AddCoupon,
                 RemoveCoupon, TakeInstead, ClaimPriceDrop, AskSuggestions, StepTalk, CountTaps, RateFeeling,
                 SwapLine, SetDelivery, MarkLine, PayAccount, RedeemPoints, AskByPhone, HearLease, HearDoor,
                 VouchLeases,
                 LoadValue, LookAtGiftCard, NoteMember, DropNote, CorrectMember, SkipQuestion, AcceptCannot,
                 AnswerConsent, ChoosePassword, GiveAdviserKey, OpenFile, CloseFile, ShowOwnFile, AskPrivacy,
                 JoinFamily, LeaveFamily, PayMembership, RefundMembership, AddService, RemoveService,
                 ReturnService, TakePick, RejectPick, PackOrder, PrintSlip, HandOverOrder, TellTrip, AnswerSubstitute,
                 OpenComplaint, AnswerComplaint, ListComplaints, DismissBanner>;

// Copied and destroyed in command.cpp alone, as an EventBody is in its file.
struct Command : AnyCommand {
    using AnyCommand::AnyCommand;
    using AnyCommand::operator=;

    Command();
    Command(const Command& other);
    Command(Command&& other) noexcept;
    Command& operator=(const Command& other);
    Command& operator=(Command&& other) noexcept;
    ~Command();
};

// What a frame collected; emptied after it.
class Commands {
public:
    void push(Command command) { m_queued.push_back(std::move(command)); }
    [[nodiscard]] std::vector<Command> take() { return std::exchange(m_queued, {}); }
    [[nodiscard]] const std::vector<Command>& queued() const { return m_queued; }

private:
    std::vector<Command> m_queued;
};

} // namespace guitai
