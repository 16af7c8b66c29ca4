#include "sync/office/projections/orders.hpp"

namespace guitai::office {

std::optional<OrderStepAsked> step_of(const Event& event)
{
    using enum OrderStep;
    using Asked = std::optional<OrderStepAsked>;
    // A shop that packs says so; it counts when the head office has said it, too.
    const bool is_decided{event.origin == office_origin};
    return std::visit(
        [is_decided](const auto& to) -> Asked {
            using Body = std::decay_t<decltype(to)>;
            if constexpr (std::is_same_v<Body, OrderAccepted>) return {{to.order, accept}};
            else if constexpr (std::is_same_v<Body, OrderDeclined>) return {{to.order, decline}};
            else if constexpr (std::is_same_v<Body, OrderShipped>) return {{to.order, ship}};
            else if constexpr (std::is_same_v<Body, OrderArrived>) return {{to.order, arrive}};
            else if constexpr (std::is_same_v<Body, OrderCollected>) return {{to.order, collect}};
            else if constexpr (std::is_same_v<Body, OrderDelivered>) return {{to.order, deliver}};
            else if constexpr (std::is_same_v<Body, OrderCancelAsked>) return {{to.order, ask_cancel}};
            else if constexpr (std::is_same_v<Body, OrderCancelled>) return {{to.order, cancel}};
            else if constexpr (std::is_same_v<Body, OrderRefunded>) return {{to.order, refund}};
            else if constexpr (std::is_same_v<Body, OrderAddressChanged>) return {{to.order, change_address}};
            else if constexpr (std::is_same_v<Body, OrderHeld>) return {{to.order, hold}};
            else if constexpr (std::is_same_v<Body, OrderSubstituteOffered>) return {{to.order, offer}};
            else if constexpr (std::is_same_v<Body, OrderSubstituted>) return {{to.order, substitute}};
            else if constexpr (std::is_same_v<Body, OrderAllocated>) return {{to.order, allocate}};
            else if constexpr (std::is_same_v<Body, OrderOutForDelivery>) return {{to.order, send_out}};
            else if constexpr (std::is_same_v<Body, OrderDeliveryFailed>) return {{to.order, fail_delivery}};
            else if constexpr (std::is_same_v<Body, OrderCameBack>) return {{to.order, come_back}};
            else if constexpr (std::is_same_v<Body, OrderSplit>) return {{to.order, split}};
            else if constexpr (std::is_same_v<Body, OrderPacked>) return is_decided ? Asked{{to.order, pack}} : Asked{};
            else return std::nullopt;
        },
        static_cast<const AnyEvent&>(event.body));
}

} // namespace guitai::office
