const listed = (text: string): string[] => text.trim().split(/\s+/u);

/** Names as teams give them to their events: trade, banking, travel, health, logistics, software, schools, energy. */
export const eventNames: string[] = listed(`
  CartOpened ProductItemAdded ProductItemRemoved CartConfirmed CartAbandoned OrderPlaced OrderPaid OrderShipped
  OrderDelivered OrderCanceled OrderReturned RefundIssued RefundRejected VoucherRedeemed VoucherExpired PriceChanged
  StockReserved StockReplenished StockDepleted ItemBackordered ReturnLabelPrinted ParcelHandedOver ParcelLost
  InvoiceIssued InvoiceSent InvoicePaid InvoiceOverdueNoticeSent PaymentReceived PaymentFailed PaymentRefunded
  ChargebackRaised AccountOpened AccountClosed AccountFrozen MoneyDeposited MoneyWithdrawn TransferInitiated
  TransferCompleted TransferRejected OverdraftGranted CardIssued CardBlocked CardLost PinEnteredWrongly LoanApplied
  LoanApproved LoanDeclined InstallmentPaid InterestAccrued StatementGenerated LimitExceeded FraudSuspected
  RoomBooked BookingConfirmed BookingCanceled GuestCheckedIn GuestCheckedOut RoomCleaned RoomUpgraded ChargePosted
  FlightDelayed FlightCanceled FlightDiverted BoardingStarted BoardingCompleted SeatAssigned BaggageCheckedIn
  BaggageLost GateChanged TicketSold TicketRefunded PassengerRebooked TripStarted TripEnded RideRequested
  DriverArrived DriverAssigned FareCalculated CarPickedUp CarReturned
  PatientAdmitted PatientDischarged AppointmentScheduled AppointmentMissed PrescriptionWritten MedicationDispensed
  LabResultReceived SurgeryPerformed ReferralSent AllergyRecorded VaccineGiven DiagnosisMade
  ShipmentDispatched ShipmentArrived ContainerLoaded ContainerUnloaded CustomsCleared TruckBrokeDown RouteRecalculated
  GoodsReceived GoodsInspected GoodsPutAway PalletBuilt PickListCreated
  UserRegistered UserLoggedIn PasswordReset PasswordChanged EmailVerified AddressChanged ProfileCompleted
  SubscriptionStarted SubscriptionRenewed SubscriptionPaused SubscriptionEnded TrialStarted TrialExpired PlanUpgraded
  MemberJoined MemberLeft InvitationSent InvitationAccepted CommentPosted CommentHidden PostPublished PostReported
  FileUploaded BuildStarted BuildFailed BuildSucceeded ReleaseDeployed IncidentOpened IncidentResolved AlertRaised
  TaskAssigned TaskCompleted IssueClosed SprintStarted
  StudentEnrolled StudentExpelled ExamTaken ExamPassed ExamFailed GradeGiven CourseCompleted LessonTaught DiplomaAwarded
  MeterRead OutageReported PowerRestored ContractSigned ContractTerminated TariffChosen
  BidPlaced BidWithdrawn AuctionWon AuctionClosed GameWon CardDrawn DiceRolled MoveMade
  ClaimFiled ClaimSettled ClaimRejected PolicyBought PolicyLapsed DamageAssessed
  ShiftStarted ShiftClosed SaleRungUp CashDropped TableReserved MealOrdered MealServed BillSplit TipGiven KitchenClosed
  DeadlineMissed DocumentSigned DocumentArchived MeetingHeld VoteCast ProposalSubmitted GrantAwarded StockBelowMinimum
`);

/** Names as teams give them to their commands. */
export const commandNames: string[] = listed(`
  OpenCart AddProductItem RemoveProductItem ConfirmCart CancelCart PlaceOrder PayOrder ShipOrder CancelOrder IssueRefund
  RedeemVoucher ChangePrice ReserveStock SetMinimumStock PutAwayGoods ReceiveGoods SendInvoice MarkInvoiceAsPaid
  OpenAccount CloseAccount FreezeAccount DepositMoney WithdrawMoney TransferMoney ApproveLoan DeclineLoan BlockCard
  BookRoom CheckIn CheckOut PostCharge TakePayment AssignSeat RebookPassenger RequestRide EndTrip AdmitPatient
  DischargePatient ScheduleAppointment WritePrescription GiveVaccine DispatchShipment ClearCustoms RegisterUser
  ResetPassword VerifyEmail RenewSubscription CutPowerSupply InviteMember HidePost DeployRelease ResolveIncident
  EnrollStudent TakeExam GiveGrade PlaceBid DrawCard RollDice FileClaim SettleClaim RingUpSale DropToSafe CloseShift
  SplitBill CastVote FeedAnimal BringToFront ReadMeter SubmitProposal SignDocument
`);
