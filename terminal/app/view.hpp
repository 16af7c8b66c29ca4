// What can be seen of the till: plain structs, made by the till after each
// command, read by screens, the headless driver and tests. Nothing in here
// changes anything, and nothing in here is formatted: words and money signs
// belong to whoever shows it.
#pragma once

#include "sync/events/event.hpp"
#include "sync/events/order.hpp"
#include "terminal/app/club_view.hpp"
#include "terminal/app/command.hpp"
#include "terminal/app/counter_view.hpp"
#include "terminal/app/member_view.hpp"
#include "terminal/app/order_view.hpp"
#include "terminal/app/points_view.hpp"
#include "terminal/app/scan_view.hpp"
#include "terminal/app/trade_view.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guitai {

struct ShopView {
    PlaceCode store;
    std::string name;
    TillNumber till{0};
    bool test{false};
    bool training{false}; // Its own books, that nobody counts (培训).
    bool tax_included{true};
    std::int64_t utc_offset_minutes{480};
    Money delivery_fee;
    std::vector<std::string> delivery_slots; // "14:00-18:00": when its runner comes; empty: at any time.
    bool has_office{false};
    std::string catalogue_name; // Empty unless the shop has one.
};

struct PersonView {
    StaffName name;
    Role role{Role::clerk};
    std::int64_t tries_left{0};
    std::int64_t locked_until_ms{0}; // 0: not locked.
};

struct SessionView {
    std::vector<PersonView> people; // Of this shop, owners last.
    std::optional<PersonView> staff; // Signed in.
    std::int64_t shift{0};           // 0: none is open.
    std::string business_date;
    std::int64_t shift_opened_at_ms{0};
};

// What the till knows of the head office and how old that is.
struct SyncView {
    std::int64_t pending{0}; // Own events the office has not confirmed.
    std::int64_t cursor{0};  // Last office event here.
    std::int64_t office_head{0}; // Newest office event we heard of; more than cursor: first sync in progress.
    bool reached{false};
    std::int64_t contact_at_ms{0}; // 0: never.
    std::string problem;           // A refusal code, when the office said no.
};

// Said by the last command or the machine; stays until the next command that changes something.
struct BannerView {
    std::string code; // Word key; empty: nothing to say.
    std::string detail;
    bool is_error{true};
};

struct StyleTile {
    StyleId style;
    std::string name, name_en, category, picture;
    Money price; // The lowest of its items.
    Money was_price;
    Money member_price; // Zero: none.
    std::string first_colour;
    std::int64_t here{0};         // Pieces in this shop over all cells.
    bool broken_sizes{false};     // Some cells empty here, others not (断码).
    std::int64_t in_cart{0};
    Sku only_sku; // Not empty where the style has a single item: a tap sells it at once.
};

struct FoundProduct {
    Sku sku;
    StyleId style;
    std::string name, name_en, variant, first_barcode;
    Money price;
    std::int64_t here{0};
};

struct CatalogueView {
    std::vector<std::string> categories;
    std::string category; // Chosen; empty: all.
    std::int64_t styles{0}; // In that category.
    std::int64_t first{0};  // Of the window `tiles`.
    std::vector<StyleTile> tiles;
    std::string searched; // The text that `products` and `members` answer; empty: no search is on.
    std::vector<FoundProduct> products;
    std::vector<FoundMember> members;
};

struct CartLineView {
    LineNumber line{0};
    LineKind kind{LineKind::sale};
    Sku sku;
    StyleId style;
    std::string name, name_en, colour, size, picture, category;
    Quantity quantity;
    Money unit, discount, total, tax;
    std::vector<PriceReason> why;
    std::vector<Money> pieces; // What each piece costs, the dearest first.
    std::vector<GuideShare> guides;
    std::string note;
    ReceiptNumber returned_receipt; // Of a return line that has one …
    std::int64_t returned_line{0};  // … and its place there, from 1.
    std::string reason;             // Why it comes back.
    ReceiptNumber swapped_receipt;  // Of both lines of a swap …
    std::int64_t swapped_line{0};   // … whose line there, from 1.
    std::string serial, lot;
    bool needs_serial{false}, needs_lot{false}; // It can not be paid before that is said.
    std::string usual_size; // The member's, of such goods, where this is another one; else empty.
    Delivery delivery{Delivery::ship}; // Of an order line …
    Money fee;                         // … and what it costs to deliver, as it is charged.
    Recipient recipient;
    std::string slot; // When she is at home; empty: at any time.
    Money freight;    // Of a return line: what sending it back cost …
    FreightPayer freight_by{FreightPayer::nobody}; // … and who bears it.
};

struct ParkedView {
    std::int64_t ticket{0};
    TillNumber till{0}; // Of another till of this shop; 0: of this one.
    std::int64_t at_ms{0};
    StaffName staff;
    std::string member_name;
    std::int64_t pieces{0};
    Money total;
};

struct OfferName {
    std::string promotion; // Its id.
    std::string name, name_en;
};

// What a little more would bring; of the amounts and counts those that its word speaks of.
struct HintView {
    std::string code; // Word key: unlock.spend_more …
    OfferName offer;
    Money missing;
    std::int64_t missing_quantity{0};
    std::int64_t part{0}; // Of a set, from 1.
    Money gain;
    std::int64_t gain_quantity{0}; // Gifts …
    std::int64_t gain_coupons{0};
    std::int64_t quantity{0}; // Gifts ready to be taken …
    Money price;              // … at this each.
};

struct NotAppliedView {
    OfferName offer;
    std::string code; // Word key: not.better …
};

struct CouponView {
    std::string code;
    OfferName offer;
    bool used{false}; // False: it brings nothing on this ticket, and stays the customer's.
};

struct CouponsIssuedView {
    OfferName by, coupon;
    std::int64_t count{0};
};

struct CartView {
    std::vector<CartLineView> lines;
    std::optional<MemberView> member;
    std::vector<CannotView> cannot; // Of that member, on this ticket: to be seen before it is paid.
    std::int64_t pieces{0};
    Money subtotal;  // Before discounts.
    Money discount;  // Saved.
    Money tax;
    Money delivery; // Fees, as they are charged.
    Money total;
    Money order_total; // The part that order lines cost: the most that cod may pay.
    Money due;         // Still to pay.
    std::int64_t points_earned{0};
    std::int64_t visit_points{0}; // Of those, for the visit itself.
    std::int64_t points_back{0}; // Taken out of the lots of what comes back.
    RedeemView redeem; // Paying with points (积分抵现).
    std::vector<ServiceLineView> services; // That points pay (积分换服务), beside the lines.
    bool asking_service{false}; // The head office was asked for the points of one, and has not answered yet.
    std::string note;
    LineNumber last_touched{0}; // For the eye: the line that changed last; 0: none.
    bool can_undo_remove{false};
    std::vector<ParkedView> parked;
    std::vector<CouponView> coupons; // Handed over.
    std::vector<CouponsIssuedView> coupons_issued; // To come with the receipt.
    std::vector<HintView> unlock;
    std::vector<NotAppliedView> not_applied;
    bool approximate{false}; // So large that nobody can say whether there is a cheaper way.
    Money total_before; // Of a ticket taken up again whose total has changed since; else zero.
};

struct SaleDone {
    ReceiptNumber receipt;
    Money total, given, change;
    std::int64_t points_earned{0};
    std::int64_t visit_points{0}; // Of those, for the visit itself.
    std::int64_t points_balance{0};
    std::int64_t points_redeemed{0};
    std::vector<OrderId> orders;
    std::string text; // The receipt as printed.
    std::string qr;     // Signed, as on the receipt; empty: none.
    bool printed{true}; // False: it waits for the printer.
    std::optional<Feeling> feeling; // The customer's, once given.
};

// The charge that the payment terminal is busy with for the ticket in hand.
struct CardView {
    std::string key;
    Money amount; // Below zero: back to the card.
    std::int64_t since_ms{0};
    bool silent{false}; // The terminal does not answer; it is asked about the same charge again.
};

struct PaymentView {
    std::vector<TenderTaken> tenders;
    Money received; // By them.
    std::vector<TenderKind> refund_by; // How the returned goods were paid; empty: nobody knows.
    Money cash_due; // What is due in coins that exist (抹零).
    std::vector<CurrencyRate> currencies; // Foreign money that the drawer takes.
    std::vector<Money> quick_cash; // Exact first, then the notes a customer is likely to hand over.
    std::optional<SaleDone> done;  // The last sale, until the next customer.
    std::optional<AccountPaidView> account_paid; // The last one, until something else is done.
    std::optional<ValueLoadedView> value_loaded; // The same.
    std::optional<GiftCardView> gift_card;
    MembershipRules membership; // What a fee costs and brings here; zero: there is none to pay.
    std::optional<FeeDoneView> fee_done; // As account_paid.
    std::optional<ServiceBackView> service_back; // The same.
    bool asking_fee{false}; // The head office was asked for the points of a fee, and has not answered yet.
    bool takes_gift_cards{false};
    bool asking_value{false}; // The head office was asked for money of a purse, and has not answered yet.
    Money stored_back, gift_back; // Of what comes back, the most that may go into a purse or on a card again.
    bool has_terminal{false};      // Cards are asked for at a payment terminal.
    std::optional<CardView> card;  // Waited for.
    std::int64_t cards_to_settle{0}; // Charges that no ticket wants, until the terminal has said that they are undone.
};

struct ApprovalView {
    std::string code; // "discount.needs_approval"; empty: nothing is waiting.
    std::string detail;
    Role least{Role::owner};
    PhoneView phone;
};

struct CellView {
    Sku sku; // Empty: this colour was never made in this size.
    std::int64_t here{0}, shops{0}, warehouse{0};
    Money price, member_price;
    std::int64_t in_cart{0};
};

enum class WayKind { collect_elsewhere, ship_home, ship_to_shop, other_cell, substitute };

// One of the ways to help a customer whose size is missing, the soonest first.
struct WayView {
    WayKind kind{WayKind::ship_home};
    bool possible{true};
    std::string reason;      // Word key why not.
    std::string place_name;  // Of the other shop.
    PlaceCode place;
    std::int64_t pieces{0};  // There.
    std::string ready_on;    // ISO date it is in the customer's hands.
    std::vector<std::string> alternatives; // "墨黑 165/88A", for other_cell and substitute.
    Sku alternative_sku;
    std::string name, name_en; // Of a substitute …
    Money price;               // … and what it costs.
};

struct GridView {
    StyleId style; // Empty: closed.
    std::string name, name_en, note, category, picture;
    Money price, member_price, was_price;
    std::vector<std::string> colours, sizes; // Down and across.
    std::vector<CellView> cells;             // colours × sizes, row by row.
    bool broken_sizes{false};
    std::int64_t as_of_ms{0}; // Of the far stocks; 0: never heard.
    Sku chosen;               // The empty cell that was tapped.
    std::vector<WayView> ways;
};

struct OrdersView {
    std::string state; // The filter: a state, or what this shop is to send; empty: all going on.
    std::vector<OrderBrief> orders;
    std::int64_t waiting{0}; // Orders that want something done in this shop: the number on the rail.
    std::int64_t to_send{0}; // Of them, what this shop is asked to send.
    std::optional<OrderDetail> chosen;
};

struct ReportView {
    enum class Kind { x, shift, day };
    Kind kind{Kind::x};
    std::int64_t number{0}; // Z of a day, shift number of a shift.
    std::string business_date;
    StaffName staff;
    Takings takings;
    Money float_amount, expected_cash, counted_cash, variance;
    std::vector<Money> by_hour; // 24, turnover.
    struct MissCause {
        MissReason reason{MissReason::size};
        std::int64_t misses{0}, rescued{0};
    };
    std::vector<MissCause> misses;
    struct DayTotal {
        std::string date;
        Money turnover;
    };
    ServiceView service;
    DutyCount complaints; // Of this shop: what is due before the day ends, and what of it is late.
    std::vector<DayTotal> week; // Up to seven closed days, oldest first, this one last.
    std::string text;           // As printed.
};

struct CloseView {
    bool counted{false}; // False: the expected cash must not be shown yet.
    Money expected_cash, counted_cash, variance;
    Money variance_limit; // Beyond it a second person must agree.
    std::optional<ReportView> report; // The last one made.
    std::vector<OrderBrief> open_orders; // To be seen before the day is closed.
    std::vector<std::int64_t> open_shifts;
};

enum class PrinterTrouble { none, unreachable, offline, cover_open, no_paper };

struct TillView {
    std::int64_t now_ms{0};
    ShopView shop;
    SessionView session;
    SyncView sync;
    BannerView banner;
    ApprovalView approval;
    CatalogueView catalogue;
    CartView cart;
    PaymentView payment;
    ReturnsView returns;
    PriceCheckView price_check;
    GridView grid;
    std::optional<MemberView> member; // On the member screen.
    std::vector<ComplaintView> complaints; // Of this shop, not closed, the first due first; once they were asked for.
    std::string member_not_found;     // The phone that was looked for in vain.
    std::optional<OwnFileView> own;   // A member looks at her own file; nobody else's word counts meanwhile.
    OrdersView orders;
    CloseView close;
    std::int64_t noted_miss{0};    // The number of the last lost sale that was noted.
    std::int64_t parked_ticket{0}; // The number of the ticket that was put aside last.
    LeasesView leases;
    bool printer_ok{true};
    PrinterTrouble printer_trouble{PrinterTrouble::none};
    std::int64_t print_jobs{0}; // Waiting for paper.
    BarcodeTestView barcode_test;
    SuggestionsView suggestions;
    TalkView talk;
    std::vector<ServiceOfferView> services; // Of the chain, and what of them the ticket in hand may take.
    std::optional<ScannedReceipt> scanned_receipt; // The last scan was a receipt's QR.
};

} // namespace guitai
